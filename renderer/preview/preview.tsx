/**
 * The window without a core, for looking at and for tests: preview.html?profiles=12&scene=device.
 * profiles: 0, 3, 12, 40, 2000, long, loading, broken. scene: taken, device, browser, failed, done, exchanging.
 * calm: only what is well. places: broken. paused. compact. palette: opened.
 * history: 0, 12, or a number of events over 30 days. view: timeline. only: a login whose history alone is shown. queue: a number of consumers that wait.
 * screen: logins, history, import, nodes, settings. settings: full, first. chosen: the file that the dialog gives; identity: the key.
 * plan: none, same. nodes: none, one, three, fifteen, forty, long. imports: a number. fleet. refuse: names of requests, each refused once.
 * lang: de, zh.
 * Not part of the product: index.html never loads it.
 */
import { createRoot } from 'react-dom/client'
import type { RequestName } from '../../app/contract/channels.ts'
import type { SharedLoginView } from '../../app/contract/fleet.ts'
import type { NodeView } from '../../app/contract/nodes.ts'
import type {
  HistoryEventView,
  ImportPlanView,
  OverviewView,
  ProfileView,
  QueuedView,
  SettingsView,
} from '../../app/contract/views.ts'
import { browserWorld } from '../format/ticker.ts'
import { DAY, HOUR, MINUTE } from '../format/time.ts'
import { attentionOf } from '../model/attention.ts'
import { App } from '../shell/app.tsx'
import { createApp } from '../state/app-context.ts'
import type { ScreenId } from '../state/store.ts'
import '../styles.css'
import { createFakeBridge, deviceStep, type FakeBridge } from './fake-bridge.ts'
import { sampleFleet } from './fake-fleet.ts'
import { crowd, longWinded, sampleHistory } from './sample-crowd.ts'
import { sampleDoors, withGuests } from './sample-doors.ts'
import { chained, denseHistory, withRoutine } from './sample-history.ts'
import { samplePlan, sampleResult } from './sample-imports.ts'
import { crowdedNode, longNode, reachedNode, threeNodes, unreachableNode } from './sample-nodes.ts'
import { brokenPlaces } from './sample-places.ts'
import { REVOKED, sampleOverview } from './sample-profiles.ts'
import { samplePrograms } from './sample-programs.ts'
import { sampleRaces } from './sample-races.ts'
import { FINDINGS, SINKS } from './sample-safety.ts'
import { FULL_SETTINGS, SETTINGS } from './sample-settings.ts'

const TROUBLES = [
  {
    code: 'STORE_UNWRITABLE',
    message: 'The history cannot be written: the disk is full.',
    hint: 'Free some space; nothing that was renewed is lost.',
    detail: 'ENOSPC: no space left on device',
  },
  { code: 'CONFIG_INVALID', message: 'config.json has an unknown field “leadSecond” under providers.acme.' },
]

const UNWRITABLE = {
  code: 'STORE_UNWRITABLE',
  message: 'config.json could not be written: the disk is full.',
  hint: 'Free some space and try again; everything stays as it was.',
  detail: "ENOSPC: no space left on device, write '/home/ada/.config/lamplighter/config.json'",
}

const LOCKS = {
  'codex-ada': [
    {
      path: '/home/ada/.local/state/lamplighter/locks/7c1fa90e44d2',
      label: 'Lamplighter’s grant lock',
      pid: 4711,
      sinceMs: Date.now() - 4 * MINUTE,
      state: 'suspended',
      olderThanThreshold: false,
      removable: false,
      identity: '1-1',
    },
    {
      path: '/home/ada/.openclaw/locks/oauth-refresh/openai-codex.lock',
      label: 'OpenClaw’s refresh lock',
      pid: 3120,
      sinceMs: Date.now() - 3 * HOUR,
      state: 'dead',
      thresholdMs: 3 * MINUTE,
      olderThanThreshold: true,
      removable: true,
      identity: '2-1',
    },
  ],
} as const

const SHARED = ['codex-ada', 'gemini-ada'].map((profileId, at) => ({
  ...{ id: profileId, profileId, state: 'ok', generation: 41 },
  expiresAtMs: Date.now() + (at + 1) * 47 * MINUTE,
})) satisfies readonly SharedLoginView[]

const PRESSING: ReadonlySet<string> = new Set(['needs-you', 'look'])
const asked = new URLSearchParams(location.search)
const wanted = asked.get('profiles') ?? '12'
const nowMs = Date.now()

const history = historyFor(asked.get('history') ?? '12')
const bridge = createFakeBridge({
  overview: overviewFor(wanted),
  history,
  races: sampleRaces(history),
  locks: LOCKS,
  settings: settingsFor(asked.get('settings')),
  ...(asked.has('chosen') ? { chosen: asked.get('chosen') || undefined } : {}),
  ...(asked.has('identity') ? { identity: asked.get('identity') || undefined } : {}),
  plan: planFor(asked.get('plan')),
  nodes: nodesFor(asked.get('nodes')),
  ...(asked.has('fleet') ? { fleet: sampleFleet(nowMs, SHARED) } : {}),
  findings: asked.has('findings') ? FINDINGS : [],
  openclaw: asked.has('openclaw') ? SINKS : [],
  programs:
    asked.get('programs') === '0' ? samplePrograms(nowMs, true) : withGuests(samplePrograms(nowMs), nowMs),
  doors: asked.get('programs') === '0' ? [] : sampleDoors(nowMs),
  imports: Array.from({ length: Number(asked.get('imports') ?? 0) }, (_, at) =>
    sampleResult(nowMs - (at * 9 + 1) * DAY, { undone: at === 1 }),
  ),
  now: () => Date.now(),
})
if (wanted === 'broken') {
  bridge.refuse('overview:get', {
    code: 'INTERNAL',
    message: 'The state folder cannot be read.',
    hint: 'Give your user back the right to read it, then look again.',
    detail: "EACCES: permission denied, scandir '/home/ada/.local/state/lamplighter'",
  })
}
for (const name of asked.get('refuse')?.split(',') ?? []) bridge.refuse(name as RequestName, UNWRITABLE)
if (wanted === 'loading') hold(bridge)

const parts = createApp(bridge, browserWorld())
const root = document.getElementById('root')
if (root) createRoot(root).render(<App parts={parts} />)
const screen = asked.get('screen')
if (screen) parts.actions.show(screen as ScreenId)
if (asked.get('view') === 'timeline') parts.actions.showHistoryAs('timeline')
if (asked.has('only')) parts.actions.historyOf(asked.get('only') ?? undefined)
if (asked.has('compact')) parts.actions.setCompact(true)
if (asked.has('palette')) parts.actions.openPalette()
const scene = asked.get('scene')
if (scene) void play(scene)
Object.assign(window, { preview: { bridge, store: parts.store, actions: parts.actions } })

function overviewFor(what: string): OverviewView {
  const all = what === 'long' ? longWinded(nowMs) : crowd(nowMs, Number(what) || 0)
  const profiles = asked.has('calm') ? all.filter((one) => !PRESSING.has(attentionOf(one, nowMs))) : all
  const overview = sampleOverview(nowMs, profiles)
  return {
    ...overview,
    ...(asked.has('places') ? { places: [...overview.places, ...brokenPlaces(nowMs)] } : {}),
    ...(asked.has('paused') ? { scheduler: { ...overview.scheduler, paused: {} } } : {}),
    sealedBy: what === '3' || what === 'long' ? 'file' : 'keychain',
    problems: what === '40' || what === 'long' ? TROUBLES : [],
    ...(asked.has('queue') ? { queue: queueOf(profiles[0], Number(asked.get('queue'))) } : {}),
  }
}

function queueOf(profile: ProfileView | undefined, length: number): readonly QueuedView[] {
  const { id: profileId = '', providerId = '' } = profile ?? {}
  return Array.from({ length }, (_, at) => ({
    profileId,
    providerId,
    askedBy: `agent-${at + 1} (pid ${4000 + at})`,
    sinceMs: nowMs - 3 * MINUTE,
    position: at + 1,
  }))
}

function settingsFor(what: string | null): SettingsView {
  return what === 'full' ? FULL_SETTINGS : { ...SETTINGS, welcomed: what !== 'first' }
}

function nodesFor(what: string | null): readonly NodeView[] {
  switch (what) {
    case 'one':
      return [reachedNode(nowMs)]
    case 'three':
      return threeNodes(nowMs)
    case 'fifteen':
      return [crowdedNode(nowMs, 15)]
    case 'forty':
      return [crowdedNode(nowMs, 40)]
    case 'long':
      return [longNode(nowMs), unreachableNode(nowMs)]
    default:
      return []
  }
}

function planFor(what: string | null): ImportPlanView {
  const plan = samplePlan(nowMs)
  if (what === 'none') return { ...plan, rows: [] }
  return what === 'same' ? { ...plan, rows: plan.rows.filter((row) => !row.selectable) } : plan
}

function historyFor(what: string): readonly HistoryEventView[] {
  const { profiles } = overviewFor(wanted)
  const events =
    what === '12'
      ? withRoutine(sampleHistory(nowMs, crowd(nowMs, 12)), crowd(nowMs, 12), nowMs)
      : denseHistory(nowMs, profiles.length > 0 ? profiles : crowd(nowMs, 12), Number(what) || 0)
  return chained(events, profiles)
}

/** Never answers: the first look is under way for good. */
function hold(target: FakeBridge): void {
  Object.assign(target, { request: () => new Promise(() => undefined) })
}

async function play(what: string): Promise<void> {
  await parts.actions.signIn({ profileId: 'codex-ada', ...(what === 'device' ? { method: 'device' } : {}) })
  const id = 'login-1'
  if (what === 'taken') {
    bridge.step(id, {
      kind: 'browser',
      url: 'https://auth.example.test/authorize',
      listening: false,
      redirectUri: 'http://localhost:1455/auth/callback',
    })
  }
  if (what === 'device') bridge.step(id, deviceStep(nowMs))
  if (what === 'exchanging') bridge.step(id, { kind: 'exchanging' })
  if (what === 'done') bridge.step(id, { kind: 'done', profileId: 'codex-ada', account: 'ada@example.test' })
  if (what === 'failed') bridge.step(id, { kind: 'failed', failure: REVOKED })
}
