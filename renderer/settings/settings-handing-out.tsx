/** When programs that ask get no token, or only after the person said so. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'

export function HandingOutSettings(props: { settings: SettingsView }) {
  const { consent, withholdWhileLocked } = props.settings
  const actions = useActions()
  const id = useId()
  return (
    <SettingsPart title={t('Handing out tokens')}>
      <SettingRow
        title={t('Ask me before a program gets a token for the first time')}
        also={t('consent allow permission programs')}
        htmlFor={`${id}-consent`}
        id={`${id}-consent`}
        note={noteOn(consent)}
        refused="consent"
      >
        <Switch
          id={`${id}-consent`}
          on={consent.all}
          described
          onChange={(all) => void actions.changeSettings('consent', { consent: { all } })}
        />
      </SettingRow>
      <SettingRow
        title={t('Nothing while the screen is locked')}
        also={t('lock screen withhold')}
        htmlFor={`${id}-locked`}
        id={`${id}-locked`}
        note={t('Logins are renewed all the same.')}
        refused="locked"
      >
        <Switch
          id={`${id}-locked`}
          on={withholdWhileLocked}
          described
          onChange={(on) => void actions.changeSettings('locked', { withholdWhileLocked: on })}
        />
      </SettingRow>
    </SettingsPart>
  )
}

function noteOn({ all, logins }: SettingsView['consent']): string {
  if (all) return t('For every login. Answers are kept, and taken back, under Programs.')
  if (logins.length > 0)
    return t('On for {logins}; the switch is for all of them.', { logins: counted(logins.length, 'login') })
  return t('For every login. For one alone: “More” in its details.')
}
