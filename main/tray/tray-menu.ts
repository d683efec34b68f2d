/** The tray's menu, for desktops that give only a menu: short, what needs somebody first. Views in, plain entries out. Pure. */
import { fileName } from '../../app/contract/file-name.ts'
import { needingYou, type ProblemView } from '../../app/contract/problems.ts'
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { action, type MenuItem, SEPARATOR, submenu, text } from './menu-item.ts'
import { doubtOf, headline, pausedLine, renewalLine } from './tray-text.ts'

const MOST_PRESSING = 5 // each is a line of its own at first level
const MOST_NEXT = 3

export interface TrayView {
  readonly overview: OverviewView
  /** The person has seen what was found and pressed "Begin". */
  readonly welcomed: boolean
  readonly nowMs: number
}

export function trayMenu({ overview, welcomed, nowMs }: TrayView): readonly MenuItem[] {
  if (!welcomed) {
    return [
      text(headline(overview)),
      text(t('Nothing is renewed before you begin')),
      SEPARATOR,
      action(t('Open Lamplighter to begin'), { kind: 'open' }),
      action(t('Quit'), { kind: 'quit' }),
    ]
  }
  const { profiles } = overview
  const groups = [
    [text(headline(overview)), ...pressing(overview)],
    nextRenewals(overview, nowMs),
    [
      ...(profiles.length > 0 ? [action(t('Can programs restart?'), { kind: 'check' })] : []),
      ...pauseEntries(overview, nowMs),
    ],
    [action(t('Open Lamplighter'), { kind: 'open' }), action(t('Quit'), { kind: 'quit' })],
  ]
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, at) => [...(at > 0 ? [SEPARATOR] : []), ...group])
}

/** Who needs somebody, each with what mends it at first level; then what is worth a look. */
function pressing(overview: OverviewView): readonly MenuItem[] {
  const { profiles, atMs } = overview
  const { logins, problems } = needingYou(overview)
  const doubtful = profiles.filter((profile) => doubtOf(profile, atMs) !== undefined).toSorted(byEnd)
  const all = [
    ...logins.toSorted(byEnd).map(mending),
    ...problems.map(whatToDo),
    ...doubtful.map((profile) => looking(profile, atMs)),
  ]
  const hidden = all.length - MOST_PRESSING
  return [
    ...all.slice(0, MOST_PRESSING),
    ...(hidden > 0 ? [action(t('{hidden} more…', { hidden }), { kind: 'open' })] : []),
  ]
}

function mending({ id: profileId, account, providerName, can }: ProfileView): MenuItem {
  const who = `${account} · ${providerName}`
  return can.login
    ? action(t('Sign in: {who}', { who }), { kind: 'login', profileId })
    : action(t('What to do: {who}', { who }), { kind: 'open', profileId })
}

function whatToDo({ id: problemId, path, label, failure }: ProblemView): MenuItem {
  const who =
    path === undefined ? known(failure.message) : [fileName(path), label].filter(Boolean).join(' · ')
  return action(t('What to do: {who}', { who }), { kind: 'open', problemId })
}

function looking(profile: ProfileView, atMs: number): MenuItem {
  const { id: profileId, account, providerName } = profile
  return action(`${account} · ${providerName} · ${doubtOf(profile, atMs)}`, { kind: 'open', profileId })
}

/** What happens by itself, soonest first; nothing while it is paused. A click shows the login. */
function nextRenewals({ profiles, scheduler, atMs }: OverviewView, nowMs: number): readonly MenuItem[] {
  if (scheduler.paused) return []
  return profiles
    .filter(({ nextRefreshAtMs, status }) => nextRefreshAtMs !== undefined && status.kind !== 'needs-login')
    .filter((profile) => doubtOf(profile, atMs) === undefined)
    .toSorted((a, b) => (a.nextRefreshAtMs ?? 0) - (b.nextRefreshAtMs ?? 0) || byName(a, b))
    .slice(0, MOST_NEXT)
    .map((profile) => action(renewalLine(profile, nowMs), { kind: 'open', profileId: profile.id }))
}

/** What stopped first comes first; what never lapses, last. */
function byEnd(a: ProfileView, b: ProfileView): number {
  const end = ({ accessExpiresAtMs }: ProfileView) => accessExpiresAtMs ?? Number.MAX_VALUE
  return end(a) - end(b) || byName(a, b)
}

function byName(a: ProfileView, b: ProfileView): number {
  return a.account.localeCompare(b.account) || a.id.localeCompare(b.id)
}

function pauseEntries({ scheduler }: OverviewView, nowMs: number): readonly MenuItem[] {
  if (scheduler.paused) {
    return [text(pausedLine(scheduler.paused, nowMs)), action(t('Resume renewing'), { kind: 'resume' })]
  }
  return [
    submenu(t('Pause renewing'), [
      action(t('For an hour'), { kind: 'pause', until: 'in-an-hour' }),
      action(t('Until tomorrow'), { kind: 'pause', until: 'tomorrow' }),
      action(t('Until I resume'), { kind: 'pause', until: 'resumed' }),
    ]),
  ]
}
