/**
 * The window without a core, for looking at and for tests: preview.html?profiles=12&scene=device.
 * profiles: 0, 3, 12, 40, 2000, long, loading, broken. scene: taken, device, browser, failed, done, exchanging.
 * Not part of the product: index.html never loads it.
 */
import { createRoot } from 'react-dom/client'
import type { OverviewView } from '../../app/contract/views.ts'
import { App } from '../app.tsx'
import { createApp } from '../app-context.ts'
import { browserWorld } from '../format/ticker.ts'
import '../styles/index.css'
import { createFakeBridge, deviceStep, type FakeBridge } from './fake-bridge.ts'
import { crowd, longWinded, sampleHistory } from './sample-crowd.ts'
import { REVOKED, sampleOverview } from './sample-profiles.ts'

const TROUBLES = [
  {
    code: 'STORE_UNWRITABLE',
    message: 'The history cannot be written: the disk is full.',
    hint: 'Free some space; nothing that was refreshed is lost.',
    detail: 'ENOSPC: no space left on device',
  },
  { code: 'CONFIG_INVALID', message: 'config.json has an unknown field “leadSecond” under providers.acme.' },
]

const asked = new URLSearchParams(location.search)
const wanted = asked.get('profiles') ?? '12'
const nowMs = Date.now()

const bridge = createFakeBridge({
  overview: overviewFor(wanted),
  history: sampleHistory(nowMs, crowd(nowMs, 12)),
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
if (wanted === 'loading') hold(bridge)

const parts = createApp(bridge, browserWorld())
const root = document.getElementById('root')
if (root) createRoot(root).render(<App parts={parts} />)
const scene = asked.get('scene')
if (scene) void play(scene)
Object.assign(window, { preview: { bridge, store: parts.store, actions: parts.actions } })

function overviewFor(what: string): OverviewView {
  const profiles = what === 'long' ? longWinded(nowMs) : crowd(nowMs, Number(what) || 0)
  const overview = sampleOverview(nowMs, profiles)
  return {
    ...overview,
    sealedBy: what === '3' || what === 'long' ? 'file' : 'keychain',
    problems: what === '40' || what === 'long' ? TROUBLES : [],
  }
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
