import type { ReactElement } from 'react'
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { aheadLabel } from '../format/dates.ts'
import { MINUTE } from '../format/time.ts'
import { Paused, PauseMenu } from '../logins/pause-menu.tsx'
import { useSheetOpen } from '../logins/use-detail-sheet.ts'
import { forks } from '../model/node-text.ts'
import { notWorking } from '../model/overview-changes.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { ClockIcon, GearIcon, LampIcon, MachineIcon, PlugIcon } from '../ui/icons.tsx'
import { Logo } from '../ui/lamp.tsx'
import { type PlaceId, SCREENS } from './keyboard.ts'

const ICONS: Readonly<Record<PlaceId, ReactElement>> = {
  logins: <LampIcon />,
  programs: <PlugIcon />,
  nodes: <MachineIcon />,
  history: <ClockIcon />,
  settings: <GearIcon />,
}

export function Sidebar() {
  const actions = useActions()
  // An import is part of Machines.
  const place = useAppState((state) => (state.screen === 'import' ? 'nodes' : state.screen))
  const overview = useAppState((state) => state.overview)
  const sheet = useSheetOpen()
  const { signIn, down } = overview ? notWorking(overview) : { signIn: 0, down: 0 }
  const forked = useAppState((state) => forks(state.nodes ?? []))
  return (
    <header className="sidebar" inert={sheet}>
      <div className="brand">
        <Logo />
        <span>Lamplighter</span>
      </div>
      <nav aria-label={t('Screens')}>
        {SCREENS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="nav"
            data-screen={id}
            aria-current={place === id ? 'page' : undefined}
            onClick={() => actions.show(id)}
          >
            {ICONS[id]}
            <span className="nav-label" data-label={label}>
              {label}
            </span>
            {id === 'logins' && signIn + down > 0 ? (
              <span className="nav-count">
                {signIn + down}
                <span className="only-read"> {badgeWords(signIn, down)}</span>
              </span>
            ) : null}
            {id === 'nodes' && forked > 0 ? (
              <span className="nav-count">
                {forked}
                <span className="only-read">
                  {' '}
                  {t('{forked, plural, one {has} other {have}} two owners', { forked })}
                </span>
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
          {t(
            'No keychain on this machine: what Lamplighter keeps is sealed with a key file that only you can read.',
          )}
        </p>
      ) : null}
      {profiles.length === 0 ? null : scheduler.paused ? (
        <Paused paused={scheduler.paused} />
      ) : (
        <Watch overview={props.overview} />
      )}
      {profiles.length > 0 && !scheduler.paused ? <PauseMenu /> : null}
    </div>
  )
}

/** That somebody keeps watch, and what they do next. */
function Watch(props: { overview: OverviewView }) {
  const { scheduler, profiles } = props.overview
  const actions = useActions()
  const { next, running, elsewhere } = scheduler
  const profile = profiles.find((known) => known.id === next?.profileId)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  return (
    <div className="watch">
      <p className="watch-line">
        <Glyph shape={running ? 'disc' : 'dash'} tone={running ? 'good' : 'quiet'} small />
        {running
          ? t('Keeping watch')
          : elsewhere
            ? t('Another Lamplighter keeps watch')
            : t('Not keeping watch')}
      </p>
      {next && profile ? (
        <button
          type="button"
          className="watch-next"
          title={`${profile.account}, ${profile.providerName}`}
          onClick={() => actions.openDetail(next.profileId)}
        >
          {next.atMs <= nowMs
            ? t('Next renewal now')
            : t('Next renewal {when}', { when: aheadLabel(next.atMs, nowMs) })}
        </button>
      ) : running ? (
        <p className="watch-none">{t('No renewal is planned.')}</p>
      ) : null}
    </div>
  )
}

function badgeWords(signIn: number, down: number): string {
  if (down === 0) return t('{signIn, plural, one {needs} other {need}} you', { signIn })
  return signIn === 0
    ? t('expired')
    : t('not working: {signIn, plural, one {# needs} other {# need}} you, {down} expired', { signIn, down })
}
