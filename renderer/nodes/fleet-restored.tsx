/** The register knows less than it did: what a person looks at before saying that it is the fleet's all the same. */
import type { FleetView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FleetAsked } from './fleet-asked.tsx'

export function FleetRestored(props: { fleet: FleetView }) {
  const { problem, administrator } = props.fleet
  const actions = useActions()
  const busy = useAppState((state) => state.fleet.busy)
  if (problem?.code !== 'FLEET_WENT_BACK' || !administrator) return null
  return (
    <FleetAsked
      isBusy={busy !== undefined}
      label={busy === 'confirm' ? t('Writing back…') : t('All keepers are connected: go on')}
      onGo={() => void actions.confirmRestoredFleet()}
    >
      <strong>{t('Start Lamplighter on every keeper first, and wait until each is connected.')}</strong>{' '}
      {t(
        'What the machines know of more is written back then, and the fleet gets new keys. A keeper that is away and knows more costs a sign-in. Who joined after the backup is invited again.',
      )}
    </FleetAsked>
  )
}
