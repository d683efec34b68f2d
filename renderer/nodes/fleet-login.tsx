/** A login in the detail, as far as the fleet is concerned: held by it, or to be shared. */
import type { FleetView } from '../../app/contract/fleet.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { canShare, contactWords, isShared } from '../model/fleet-text.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'

export function FleetLogin(props: { profile: ProfileView }) {
  const { id } = props.profile
  const actions = useActions()
  const { page, busy } = useAppState((state) => state.fleet)
  if (!page) return null
  const shared = isShared(props.profile, page)
  if (!shared && !canShare(props.profile, page)) return null
  return (
    <section className="detail-part">
      <h3>{t('Fleet {name}', { name: page.fleet.name })}</h3>
      <p className="quiet">
        {shared
          ? t('Its machines share it, and one at a time renews it.')
          : t('Shared, every machine of the fleet has its access token, and one at a time renews it.')}
      </p>
      {shared ? <LastContact fleet={page.fleet} /> : null}
      {page.fleet.role === 'reader' ? null : (
        <div className="buttons">
          <button
            type="button"
            className="button"
            aria-disabled={busy !== undefined}
            onClick={() => void (shared ? actions.takeOutOfFleet(id) : actions.shareWithFleet(id))}
          >
            {shared ? t('Take it out of the fleet') : t('Share it with the fleet')}
          </button>
        </div>
      )}
    </section>
  )
}

function LastContact(props: { fleet: FleetView }) {
  const { fleet } = props
  const { contactMs } = fleet
  const words = useTicked((nowMs) => contactWords(fleet, nowMs), contactMs === undefined ? [] : [contactMs])
  return <p className="quiet tabular">{t('Held by the fleet, {contact}.', { contact: words })}</p>
}
