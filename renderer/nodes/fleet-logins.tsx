/** What the fleet shares, and what could be shared. */
import type { FleetPageView, SharedLoginView } from '../../app/contract/fleet.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { ago, countdown } from '../format/time.ts'
import { canShare } from '../model/fleet-text.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { MenuButton } from '../ui/menu-button.tsx'
import { FleetRow } from './fleet-row.tsx'

export function FleetLogins(props: { page: FleetPageView }) {
  const { page } = props
  const actions = useActions()
  const busy = useAppState((state) => state.fleet.busy)
  const profiles = useAppState((state) => state.overview?.profiles) ?? []
  const shared = page.fleet.shared.filter(({ state }) => state !== 'left')
  const others = page.fleet.problem ? [] : profiles.filter((profile) => canShare(profile, page))
  return (
    <>
      <h3 className="fleet-heading">{t('Logins it shares')}</h3>
      <div className="card settings-card">
        {shared.length === 0 ? <p className="fleet-none">{t('None yet.')}</p> : null}
        <ul aria-label={t('Logins it shares')}>
          {shared.map((login) => (
            <Shared
              key={login.id}
              login={login}
              profile={profiles.find(({ id }) => id === login.profileId)}
              canTakeOut={page.fleet.role === 'keeper' && !page.fleet.problem}
            />
          ))}
        </ul>
        {others.length > 0 ? (
          <footer className="node-foot">
            <MenuButton
              className="button"
              items={others.map(({ id, account, providerName }) => ({
                id,
                label: `${account} · ${providerName}`,
                run: () => void actions.shareWithFleet(id),
              }))}
            >
              {busy === 'share' ? t('Sharing…') : t('Share a login…')}
            </MenuButton>
            <span className="quiet">
              {t('Every machine of the fleet has its access token then, and one at a time renews it.')}
            </span>
          </footer>
        ) : null}
      </div>
    </>
  )
}

function Shared(props: { login: SharedLoginView; profile: ProfileView | undefined; canTakeOut: boolean }) {
  const { login, profile } = props
  const actions = useActions()
  const busy = useAppState((state) => state.fleet.busy)
  const isEnded = login.state === 'rejected'
  const end = login.expiresAtMs
  const left = useTicked((nowMs) => endWords(login, nowMs), end === undefined ? [] : [end])
  const account = profile?.account ?? login.id
  return (
    <FleetRow
      shape={isEnded ? 'triangle' : 'disc'}
      tone={isEnded ? 'alarm' : 'good'}
      title={account}
      note={profile ? `${profile.providerName} · ${left}` : left}
    >
      {profile && props.canTakeOut ? (
        <button
          type="button"
          className="button"
          aria-disabled={busy !== undefined}
          aria-label={t('Take {account} out of the fleet', { account })}
          onClick={() => void actions.takeOutOfFleet(profile.id)}
        >
          {t('Take it out')}
        </button>
      ) : null}
    </FleetRow>
  )
}

function endWords({ state, expiresAtMs: end }: SharedLoginView, nowMs: number): string {
  if (state === 'rejected') return t('ended: sign in again on a keeper')
  if (end === undefined) return t('its end is not known')
  return end > nowMs
    ? t('good for {left}', { left: countdown(end - nowMs) })
    : t('expired {ago}', { ago: ago(nowMs - end) })
}
