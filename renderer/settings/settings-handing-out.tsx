/** When programs that ask get no token, or only after the person said so. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { counted } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'

export function HandingOutSettings(props: { settings: SettingsView }) {
  const { consent, withholdWhileLocked } = props.settings
  const actions = useActions()
  const id = useId()
  return (
    <SettingsPart title="Handing out tokens">
      <SettingRow
        title="Ask me before a program gets a token for the first time"
        also="consent allow permission programs"
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
        title="Nothing while the screen is locked"
        also="lock screen withhold"
        htmlFor={`${id}-locked`}
        id={`${id}-locked`}
        note="Logins are renewed all the same."
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
  if (all) return 'For every login. Answers are kept, and taken back, under Programs.'
  if (logins.length > 0) return `On for ${counted(logins.length, 'login')}; the switch is for all of them.`
  return 'For every login. For one alone: “More” in its details.'
}
