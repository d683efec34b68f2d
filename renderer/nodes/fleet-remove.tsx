/** A machine is to leave the fleet: what that means, before it is done. */
import type { FleetNodeView } from '../../app/contract/fleet.ts'
import { useActions, useAppState } from '../state/app-context.ts'

export function FleetRemove(props: { node: FleetNodeView }) {
  const { name, role } = props.node
  const actions = useActions()
  const isBusy = useAppState((state) => state.fleet.busy === 'remove')
  return (
    <div className="callout callout-warning">
      <p>
        {name} is refused at once, and the fleet gets new keys.{' '}
        {role === 'keeper'
          ? 'Every login that it could renew is renewed now, so that what it holds is worth nothing; where a provider does not rotate, sign in again.'
          : 'It never held a refresh token.'}{' '}
        Access tokens that it has work until they expire.
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={isBusy}
          onClick={() => void actions.removeFromFleet()}
        >
          {isBusy ? 'Removing…' : `Remove ${name}`}
        </button>
        <button type="button" className="button" onClick={() => actions.askRemoveFromFleet(undefined)}>
          Keep it
        </button>
      </div>
    </div>
  )
}
