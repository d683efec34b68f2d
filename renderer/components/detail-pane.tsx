/** Everything about one login, beside the list; in a narrow window, a sheet over it. */
import { type RefObject, useEffect, useState } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { useActions, useAppState, useTicked } from '../app-context.ts'
import { accessFact, grantFact, headline, statusAt, targetsOf } from '../format/cells.ts'
import { statusMark } from '../format/labels.ts'
import { loginFor } from '../store.ts'
import { FailureNote, TechnicalDetail } from './failure-note.tsx'
import { Holders } from './holders.tsx'
import { CloseIcon } from './icons.tsx'
import { RecentHistory } from './recent-history.tsx'

export function DetailPane(props: {
  profile: ProfileView
  heading: RefObject<HTMLHeadingElement | null>
  sheet: boolean
}) {
  const { profile } = props
  const actions = useActions()
  const refused = useAppState((state) => state.refused[profile.id])
  useEffect(() => void actions.loadProfileHistory(profile.id), [actions, profile.id])
  const Box = props.sheet ? 'div' : 'aside'
  return (
    <Box
      className={props.sheet ? 'detail detail-sheet' : 'detail'}
      aria-label={`Details of ${profile.account}`}
      {...(props.sheet ? { role: 'dialog', 'aria-modal': true } : {})}
    >
      <div className="detail-scroll" key={profile.id}>
        <header className="detail-head">
          <div>
            <h2 ref={props.heading} tabIndex={-1}>
              {profile.account}
            </h2>
            <p>
              {profile.providerName} · {refreshedBy(profile)}
            </p>
          </div>
          {props.sheet ? (
            <button type="button" className="icon-button" aria-label="Close" onClick={actions.closeDetail}>
              <CloseIcon />
            </button>
          ) : null}
        </header>
        <Callout profile={profile} />
        {refused ? <FailureNote failure={refused} /> : null}
        {profile.warnings.map((warning) => (
          <FailureNote key={warning.code + warning.message} failure={warning} tone="alarm" />
        ))}
        <Facts profile={profile} />
        <Holders profile={profile} />
        <RecentHistory profileId={profile.id} />
      </div>
      <DetailActions profile={profile} />
    </Box>
  )
}

function Callout(props: { profile: ProfileView }) {
  const { profile } = props
  const head = useTicked(
    (nowMs) => headline(profile, nowMs),
    profile.nextRefreshAtMs === undefined
      ? targetsOf(profile)
      : [...targetsOf(profile), profile.nextRefreshAtMs],
  )
  const kind = useTicked((nowMs) => statusAt(profile, nowMs).kind, targetsOf(profile))
  const { status } = profile
  const failure = 'failure' in status ? status.failure : undefined
  return (
    <div className={`callout callout-${statusMark(kind).tone}`}>
      <p>
        <strong>{head}</strong> {profile.advice}
      </p>
      {failure ? (
        <>
          {profile.advice.includes(failure.message.replace(/\.$/, '')) ? null : (
            <p className="callout-why">{failure.message}</p>
          )}
          <TechnicalDetail failure={failure} />
        </>
      ) : null}
    </div>
  )
}

function Facts(props: { profile: ProfileView }) {
  const { profile } = props
  const access = useTicked((nowMs) => accessFact(profile, nowMs), targetsOf(profile))
  const grant = useTicked((nowMs) => grantFact(profile, nowMs), targetsOf(profile))
  return (
    <dl className="facts">
      <dt>Access</dt>
      <dd className="tabular">{access}</dd>
      {profile.kind === 'api-key' ? null : (
        <>
          <dt>Grant</dt>
          <dd className="tabular">{grant}</dd>
        </>
      )}
      {profile.scopes.length > 0 ? (
        <>
          <dt>Scopes</dt>
          <Scopes scopes={profile.scopes} />
        </>
      ) : null}
      {profile.fingerprint ? <Lineage profile={profile} fingerprint={profile.fingerprint} /> : null}
      <dt>Owner</dt>
      <dd>{profile.owner.sentence}</dd>
    </dl>
  )
}

/** Google's alone can fill the pane: more than a few are folded away. */
function Scopes(props: { scopes: readonly string[] }) {
  const { scopes } = props
  const [all, setAll] = useState(false)
  const shown = all || scopes.length <= 8 ? scopes : scopes.slice(0, 5)
  return (
    <dd>
      {shown.join(' ')}{' '}
      {shown.length < scopes.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {scopes.length - shown.length} more
        </button>
      ) : null}
    </dd>
  )
}

/** Which refresh token came from which: the last three, by the fingerprints that the history kept. */
function Lineage(props: { profile: ProfileView; fingerprint: string }) {
  const { profile, fingerprint } = props
  const before = useAppState((state) =>
    state.events
      .filter((event) => event.profileId === profile.id && event.successor !== undefined && event.grant)
      .slice(0, 2)
      .map((event) => event.grant ?? '')
      .reverse()
      .join(),
  )
  const older = new Set(before.split(',').filter((print) => print !== '' && print !== fingerprint))
  const chain = [...older, fingerprint]
  return (
    <>
      <dt>Lineage</dt>
      <dd
        className="mono"
        title={`Fingerprints of the refresh token, oldest first. The present one: ${fingerprint}`}
      >
        {chain.map((print) => print.slice(0, 4)).join(' → ')}
      </dd>
    </>
  )
}

function DetailActions(props: { profile: ProfileView }) {
  const { profile } = props
  const actions = useActions()
  const asking = useAppState((state) => state.asking.has(profile.id))
  const signingIn = useAppState((state) => loginFor(state, profile.id) !== undefined)
  const needs = profile.status.kind === 'needs-login'
  const busy = asking || profile.status.kind === 'refreshing'
  if (!profile.can.refresh && !profile.can.login) return null
  const refresh = profile.can.refresh ? (
    <button
      type="button"
      className="button button-large"
      aria-disabled={busy}
      onClick={() => void (busy ? undefined : actions.refresh(profile.id))}
    >
      {busy ? 'Refreshing…' : 'Refresh now'}
    </button>
  ) : null
  const login = profile.can.login ? (
    <button
      type="button"
      className={`button button-large ${needs ? 'button-primary' : ''}`}
      aria-disabled={signingIn}
      onClick={() => void (signingIn ? undefined : actions.signIn({ profileId: profile.id }))}
    >
      {signingIn ? 'Signing in…' : needs ? 'Sign in…' : 'Sign in again…'}
    </button>
  ) : null
  return (
    <footer className="detail-actions">
      {needs ? login : refresh}
      {needs ? refresh : login}
    </footer>
  )
}

function refreshedBy(profile: ProfileView): string {
  return profile.status.kind === 'static' ? 'never refreshed' : `refreshed by ${profile.owner.refreshedBy}`
}
