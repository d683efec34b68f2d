/** The providers a person added, and the way to one more. */
import { useEffect } from 'react'
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
    <SettingsPart title="Providers">
      {own.map(({ id, name }) => (
        <SettingRow key={id} title={name} note={`${id}, added by you`} also="provider client scopes">
          <button
            type="button"
            className="button"
            aria-label={`Change ${name}`}
            onClick={() => actions.openProvider(id)}
          >
            Change…
          </button>
        </SettingRow>
      ))}
      <SettingRow
        title={known > 0 ? `${counted(known, 'provider')} built in` : 'Built in'}
        also="issuer oauth add another"
      >
        <button type="button" className="button" onClick={actions.openAdd}>
          Add a login…
        </button>
      </SettingRow>
    </SettingsPart>
  )
}
