import { expect, it } from 'vitest'
import { createOpenClawStore } from '../../../../app/stores/openclaw/store.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { CODEX, codexProfile, findBuiltIn } from './support.ts'

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const HOUR = 60 * 60_000

it('a lock that a dead OpenClaw of the first era left is taken over although the clock was set back since', async () => {
  const ports = createFakePorts()
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [CODEX]: codexProfile() } }))
  const version = JSON.stringify({ meta: { lastTouchedVersion: '2026.2.1' } })
  ports.files.put('/home/ada/.openclaw/openclaw.json', version)
  await ports.files.makeFolder(`${FILE}.lock`) // proper-lockfile's: no pid, only a time
  ports.clock.set(-2 * HOUR)
  const store = createOpenClawStore(ports, findBuiltIn)
  const holder = {
    store: 'openclaw',
    id: `openclaw:main:${CODEX}`,
    label: '',
    path: FILE,
    entry: CODEX,
  } as const
  const lock = await ports.clock.run(store.lock([holder], 60_000))
  expect(await lock.stillHeld()).toBe(true)
  await lock.release()
})
