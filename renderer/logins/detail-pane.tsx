/** One login, beside the list: what happened and what to do, who uses it, then the facts; in a narrow window a sheet. */
import { useEffect } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { statusMark, withoutStop } from '../format/labels.ts'
import { Lineage } from '../history/lineage.tsx'
import { RecentHistory } from '../history/recent-history.tsx'
import { Borrowed } from '../nodes/borrowed.tsx'
import { FleetLogin } from '../nodes/fleet-login.tsx'
import { SendToNode } from '../nodes/send-to-node.tsx'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { loginFor } from '../state/store.ts'
import { FailureNote, TechnicalDetail } from '../ui/failure-note.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { Tile } from '../ui/tile.tsx'
import { DetailBox, type DetailPlace } from './detail-box.tsx'
import { DetailFacts, ExpertFacts } from './detail-facts.tsx'
import { Holders } from './holders.tsx'
import { LoginFindings } from './login-findings.tsx'
import { moreItems } from './more-items.ts'
import { MuteButton } from './mute-button.tsx'
import { headline, putOff, statusAt, targetsOf } from './row-text.ts'
import { Warnings } from './warning-note.tsx'

export function DetailPane(props: DetailPlace & { profile: ProfileView }) {
  const { profile, heading, sheet } = props
  const actions = useActions()
  const refused = useAppState((state) => state.refused[profile.id])
  useEffect(() => void actions.loadProfileHistory(profile.id), [actions, profile.id])
  return (
    <DetailBox
      {...{ heading, sheet }}
      id={profile.id}
      name={t('Details of {account}', { account: profile.account })}
      tile={<Tile name={profile.providerName} />}
      title={profile.name === undefined ? profile.account : `${profile.name} · ${profile.account}`}
      sub={`${profile.providerName} · ${renewedBy(profile)}`}
      tools={<MuteButton profileId={profile.id} />}
      foot={<DetailActions profile={profile} sheet={sheet} />}
    >
      <Callout profile={profile} />
      {refused ? <FailureNote failure={refused} /> : null}
      <Warnings profile={profile} />
      <Borrowed profile={profile} />
      <FleetLogin profile={profile} />
      <Holders profile={profile} />
      <LoginFindings profile={profile} />
      <DetailFacts profile={profile} />
      <RecentHistory profileId={profile.id} />
      <details className="fold experts">
        <summary>{t('Technical details: id, lineage, locks')}</summary>
        <ExpertFacts profile={profile} />
        <Lineage profile={profile} />
      </details>
    </DetailBox>
  )
}

function Callout(props: { profile: ProfileView }) {
  const { profile } = props
  const targets =
    profile.nextRefreshAtMs === undefined
      ? targetsOf(profile)
      : [...targetsOf(profile), profile.nextRefreshAtMs]
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const { head, advice } = useTicked(
    (nowMs) =>
      putOff(profile, nowMs, paused) ?? { head: headline(profile, nowMs), advice: known(profile.advice) },
    targets,
  )
  const kind = useTicked((nowMs) => statusAt(profile, nowMs).kind, targetsOf(profile))
  const { status } = profile
  const failure = 'failure' in status ? status.failure : undefined
  return (
    <div className={`callout callout-${statusMark(kind).tone}`}>
      <p>
        <strong>{head}</strong> {advice}
      </p>
      {failure ? (
        <>
          {advice.includes(withoutStop(known(failure.message))) ? null : (
            <p className="callout-why">{known(failure.message)}</p>
          )}
          <TechnicalDetail failure={failure} />
        </>
      ) : null}
    </div>
  )
}

function DetailActions(props: { profile: ProfileView; sheet: boolean }) {
  const { profile } = props
  const actions = useActions()
  const asking = useAppState((state) => state.asking.has(profile.id))
  const signingIn = useAppState((state) => loginFor(state, profile.id) !== undefined)
  const consent = useAppState((state) => state.settings?.consent)
  const needs = profile.status.kind === 'needs-login'
  const openclaw = useAppState((state) => state.openclaw)
  const busy = asking || profile.status.kind === 'refreshing'
  const refresh = profile.can.refresh ? (
    <button
      type="button"
      className="button button-large"
      aria-disabled={busy}
      onClick={() => void (busy ? undefined : actions.refresh(profile.id))}
    >
      {busy ? t('Renewing…') : t('Renew now')}
    </button>
  ) : null
  const login = profile.can.login ? (
    <button
      type="button"
      // Beside the list the one primary action is the band's.
      className={`button button-large ${needs ? (props.sheet ? 'button-primary' : 'button-needed') : ''}`}
      aria-disabled={signingIn}
      onClick={() => void (signingIn ? undefined : actions.signIn({ profileId: profile.id }))}
    >
      {signingIn ? t('Signing in…') : needs ? t('Sign in…') : t('Sign in again…')}
    </button>
  ) : null
  return (
    <>
      {needs ? login : refresh}
      {needs ? refresh : login}
      <SendToNode profileId={profile.id} />
      <MenuButton
        className="button button-large detail-more"
        name={t('More for {account}', { account: profile.account })}
        align="end"
        items={moreItems(profile, openclaw, actions, consent)}
      >
        {t('More')}
      </MenuButton>
    </>
  )
}

function renewedBy(profile: ProfileView): string {
  return profile.status.kind === 'static'
    ? t('never expires')
    : t('renewed by {refreshedBy}', { refreshedBy: profile.owner.refreshedBy })
}
