/** The one thing that makes sense in a row now, if anything does. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { loginFor } from '../state/store.ts'

/**
 * One button whose words change and which stays while it is busy, so that the focus is never lost on it. Its name says that
 * it is; its word stays as short as its column.
 * @param tabIndex 0 in the row that has the list's focus, so that Tab does not walk through every row
 */
export function RowAction(props: { profile: ProfileView; tabIndex: 0 | -1 }) {
  const { profile, tabIndex } = props
  const actions = useActions()
  const asking = useAppState((state) => state.asking.has(profile.id))
  const signingIn = useAppState((state) => loginFor(state, profile.id) !== undefined)
  const { kind } = profile.status
  const login = (kind === 'needs-login' || signingIn) && profile.can.login
  const repair = !login && profile.holders.some((holder) => holder.drift)
  if (!login && !repair && !profile.can.refresh) return null
  const busy = signingIn || asking || kind === 'refreshing'
  const verb = login ? t('Sign in') : repair ? t('Repair') : t('Renew')
  // What needs a person is always there; the rest comes with the pointer, the focus or the selection.
  const look = login || repair ? 'button-stays' : busy ? 'button-away' : ''
  return (
    <button
      type="button"
      className={`button ${login ? 'button-needed' : ''} ${look}`}
      tabIndex={tabIndex}
      aria-disabled={busy}
      aria-label={
        signingIn ? t('Signing in: {account}', { account: profile.account }) : `${verb}: ${profile.account}`
      }
      onClick={() => {
        if (busy) return
        if (login) void actions.signIn({ profileId: profile.id })
        else if (repair) void actions.repair(profile.id)
        else void actions.refresh(profile.id)
      }}
    >
      {verb}
    </button>
  )
}
