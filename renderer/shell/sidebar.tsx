import type { OverviewView } from '../../app/contract/views.ts'
import { countdown } from '../format/time.ts'
import { Paused, PauseMenu } from '../logins/pause-menu.tsx'
import { useSheetOpen } from '../logins/use-detail-sheet.ts'
import { forks } from '../model/node-text.ts'
import { notWorking } from '../model/overview-changes.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { Lamp } from '../ui/glyph.tsx'
import { SCREENS } from './keyboard.ts'

const LATER = SCREENS.filter(({ id }) => id === 'import' || id === 'nodes' || id === 'settings')

export function Sidebar() {
  const actions = useActions()
  const screen = useAppState((state) => state.screen)
  const overview = useAppState((state) => state.overview)
  const sheet = useSheetOpen()
  const { signIn, down } = overview ? notWorking(overview) : { signIn: 0, down: 0 }
  const forked = useAppState((state) => forks(state.nodes ?? []))
  return (
    <header className="sidebar" inert={sheet}>
      <div className="brand">
        <Lamp />
        <span>Lamplighter</span>
      </div>
      <nav aria-label="Screens">
        <button
          type="button"
          className="nav"
          data-screen="logins"
          aria-current={screen === 'logins' ? 'page' : undefined}
          onClick={() => actions.show('logins')}
        >
          Logins
          {signIn + down > 0 ? (
            <span className="nav-count">
              {signIn + down}
              <span className="only-read"> {badgeWords(signIn, down)}</span>
            </span>
          ) : null}
        </button>
        <button
          type="button"
          className="nav"
          data-screen="history"
          aria-current={screen === 'history' ? 'page' : undefined}
          onClick={() => actions.show('history')}
        >
          History
        </button>
        {LATER.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="nav"
            data-screen={id}
            aria-current={screen === id ? 'page' : undefined}
            onClick={() => actions.show(id)}
          >
            {label}
            {id === 'nodes' && forked > 0 ? (
              <span className="nav-count">
                {forked}
                <span className="only-read"> {forked === 1 ? 'has' : 'have'} two owners</span>
              </span>
            ) : null}
          </button>
        ))}
      </nav>
      {overview ? <Foot overview={overview} /> : null}
    </header>
  )
}

function Foot(props: { overview: OverviewView }) {
  const { scheduler, sealedBy, profiles } = props.overview
  return (
    <div className="sidebar-foot">
      {sealedBy === 'file' ? (
        <p className="sidebar-note">
          No keychain on this machine: what Lamplighter keeps is sealed with a key file that only you can
          read.
        </p>
      ) : null}
      {profiles.length === 0 ? null : scheduler.paused ? (
        <Paused paused={scheduler.paused} />
      ) : !scheduler.running ? (
        <p className="sidebar-note">Another Lamplighter on this machine refreshes ahead of time.</p>
      ) : scheduler.next ? (
        <Next overview={props.overview} next={scheduler.next} />
      ) : (
        <p className="sidebar-note">No refresh is planned.</p>
      )}
      {profiles.length > 0 && !scheduler.paused ? <PauseMenu /> : null}
    </div>
  )
}

function Next(props: {
  overview: OverviewView
  next: { readonly profileId: string; readonly atMs: number }
}) {
  const { next } = props
  const actions = useActions()
  const profile = props.overview.profiles.find((known) => known.id === next.profileId)
  const left = useTicked((nowMs) => countdown(next.atMs - nowMs), [next.atMs])
  return (
    <button
      type="button"
      className="next"
      disabled={!profile}
      onClick={() => actions.openDetail(next.profileId)}
    >
      <span className="next-title">Next</span>
      {profile ? (
        <span className="next-who" title={`${profile.providerName} · ${profile.account}`}>
          <span className="clip">{profile.account}</span>
          <span className="clip quiet">{profile.providerName}</span>
        </span>
      ) : null}
      <span className="tabular">
        {left === 'now' ? (
          <strong>now</strong>
        ) : (
          <>
            in <strong>{left}</strong>
          </>
        )}
      </span>
    </button>
  )
}

function badgeWords(signIn: number, down: number): string {
  const needs = `${signIn === 1 ? 'needs' : 'need'} sign-in`
  if (down === 0) return needs
  return signIn === 0 ? 'expired' : `not working: ${signIn} ${needs}, ${down} expired`
}
