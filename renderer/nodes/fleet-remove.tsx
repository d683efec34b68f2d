/** A machine is to leave the fleet: what that means, before it is done. */
import type { FleetNodeView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'

export function FleetRemove(props: { node: FleetNodeView }) {
  const { name, role } = props.node
  const actions = useActions()
  const isBusy = useAppState((state) => state.fleet.busy === 'remove')
  return (
    <div className="callout callout-warning">
      <p>
        {t(
          '{name} is refused at once, and the fleet gets new keys. {logins} Access tokens that it has work until they expire.',
          {
            name,
            logins:
              role === 'keeper'
                ? t(
                    'Every login that it could renew is renewed now, so that what it holds is worth nothing; where a provider does not rotate, sign in again.',
                  )
                : t('It never held a refresh token.'),
          },
        )}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={isBusy}
          onClick={() => void actions.removeFromFleet()}
        >
          {isBusy ? t('Removing…') : t('Remove {name}', { name })}
        </button>
        <button type="button" className="button" onClick={() => actions.askRemoveFromFleet(undefined)}>
          {t('Keep it')}
        </button>
      </div>
    </div>
  )
}
