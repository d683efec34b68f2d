/** The providers a person added, and the way to one more. */
import { useEffect } from 'react'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { SettingRow, SettingsPart } from './setting-row.tsx'

export function ProviderSettings() {
  const actions = useActions()
  const providers = useAppState((state) => state.providers)
  useEffect(() => void actions.loadProviders(), [actions])
  const own = providers?.filter(({ custom }) => custom) ?? []
  const known = (providers?.length ?? 0) - own.length
  return (
    <SettingsPart title={t('Providers')}>
      {own.map(({ id, name }) => (
        <SettingRow
          key={id}
          title={name}
          note={t('{id}, added by you', { id })}
          also={t('provider client scopes')}
        >
          <button
            type="button"
            className="button"
            aria-label={t('Change {name}', { name })}
            onClick={() => actions.openProvider(id)}
          >
            {t('Change…')}
          </button>
        </SettingRow>
      ))}
      <SettingRow
        title={
          known > 0 ? t('{providers} built in', { providers: counted(known, 'provider') }) : t('Built in')
        }
        also={t('issuer oauth add another')}
      >
        <button type="button" className="button" onClick={actions.openAdd}>
          {t('Add a login…')}
        </button>
      </SettingRow>
    </SettingsPart>
  )
}
