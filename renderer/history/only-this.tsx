/** Whose history alone is on the screen, and the way back to all. */
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { providerNameOf } from '../state/store.ts'
import { rich } from '../ui/rich.ts'

export function OnlyThis(props: { profileId: string }) {
  const { profileId } = props
  const actions = useActions()
  const profile = useAppState((state) => state.overview?.profiles.find(({ id }) => id === profileId))
  // A login that is no longer here has its name from its history.
  const event = useAppState((state) => state.events.find((one) => one.profileId === profileId))
  const provider = useAppState((state) => (event ? providerNameOf(state, event.providerId) : ''))
  return (
    <p className="only-this">
      <span className="clip">
        {rich('Only {account}{provider}', {
          account: <strong>{profile ? calledOf(profile) : (event?.account ?? profileId)}</strong>,
          provider: <span className="quiet"> {profile?.providerName ?? provider}</span>,
        })}
      </span>
      <button type="button" className="link-button" onClick={() => actions.historyOf(undefined)}>
        {t('Show all logins')}
      </button>
    </p>
  )
}
