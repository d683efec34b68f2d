/** This machine leaves its fleet: what that means here, before it is done. */
import type { FleetView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FleetAsked } from './fleet-asked.tsx'

export function FleetLeave(props: { fleet: FleetView }) {
  const { machine, administrator } = props.fleet
  const actions = useActions()
  const { leaving, busy } = useAppState((state) => state.fleet)
  if (!leaving) {
    return (
      <div className="buttons fleet-end">
        <button type="button" className="button" onClick={() => actions.askLeaveFleet(true)}>
          {t('Leave the fleet…')}
        </button>
      </div>
    )
  }
  return (
    <FleetAsked
      isBusy={busy !== undefined}
      label={busy === 'leave' ? t('Leaving…') : t('Leave it')}
      onGo={() => void actions.leaveFleet()}
      back={{ label: t('Stay'), onBack: () => actions.askLeaveFleet(false) }}
    >
      {t(
        'What the fleet shares goes from this machine; the others go on with it. Take out first what is to stay here.',
      )}{' '}
      {administrator
        ? t('This machine administers the fleet: without it nobody is admitted or removed any more.')
        : t('Have {machine} removed on the machine that administers the fleet, too.', { machine })}
    </FleetAsked>
  )
}
