/** A login in the detail, as far as the fleet is concerned: shared with it, or to be shared. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'

export function FleetLogin(props: { profile: ProfileView }) {
  const { id, owner } = props.profile
  const actions = useActions()
  const { page, busy } = useAppState((state) => state.fleet)
  if (!page) return null
  const isShared = page.fleet.shared.some(({ profileId, state }) => profileId === id && state !== 'left')
  const isReader = page.fleet.role === 'reader'
  const canShare =
    !isShared && !isReader && props.profile.can.refresh && (owner.mode === 'own' || owner.mode === 'shared')
  if (!isShared && !canShare) return null
  return (
    <section className="detail-part">
      <h3>{t('Fleet {name}', { name: page.fleet.name })}</h3>
      <p className="quiet">
        {isShared
          ? t('Its machines share it, and one at a time renews it.')
          : t('Shared, every machine of the fleet has its access token, and one at a time renews it.')}
      </p>
      {isReader ? null : (
        <div className="buttons">
          <button
            type="button"
            className="button"
            aria-disabled={busy !== undefined}
            onClick={() => void (isShared ? actions.takeOutOfFleet(id) : actions.shareWithFleet(id))}
          >
            {isShared ? t('Take it out of the fleet') : t('Share it with the fleet')}
          </button>
        </div>
      )}
    </section>
  )
}
