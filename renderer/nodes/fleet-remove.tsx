/** A machine is to leave the fleet: what that means, before it is done. */
import type { FleetNodeView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FleetAsked } from './fleet-asked.tsx'

export function FleetRemove(props: { node: FleetNodeView }) {
  const { name, role } = props.node
  const actions = useActions()
  const isBusy = useAppState((state) => state.fleet.busy === 'remove')
  return (
    <FleetAsked
      isBusy={isBusy}
      label={isBusy ? t('Removing…') : t('Remove {name}', { name })}
      onGo={() => void actions.removeFromFleet()}
      back={{ label: t('Keep it'), onBack: () => actions.askRemoveFromFleet(undefined) }}
    >
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
    </FleetAsked>
  )
}

/** What came of the last one. */
export function FleetRemoved() {
  const removed = useAppState((state) => state.fleet.removed)
  if (!removed) return null
  const { name, renewed, kept, left } = removed
  return (
    <p className="settings-note" role="status">
      {t(
        '{name} is removed. {renewed, plural, one {# login that it could renew was} other {# logins that it could renew were}} renewed since{kept}{left}.',
        {
          name,
          renewed,
          kept:
            kept > 0
              ? t('; {kept} of a provider that does not rotate go on working there: sign in to them again', {
                  kept,
                })
              : '',
          left: left > 0 ? t('; {left} are left, and go on by themselves', { left }) : '',
        },
      )}
    </p>
  )
}
