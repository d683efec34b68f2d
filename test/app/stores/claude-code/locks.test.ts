import { describe, expect, it } from 'vitest'
import { claudeCode } from '../../../../app/stores/claude-code/claude-code.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { fixture } from '../../../support/program-files.ts'

const FILE = '/home/ada/.claude/.credentials.json'
const PRIMARY = '/home/ada/.claude/.oauth_refresh.lock'
const LEGACY = '/home/ada/.claude.lock'
const OWNER = `${PRIMARY}.owner`
const PID = 4242

async function machine({ owner }: { owner?: 'alive' | 'dead' } = {}) {
  const ports = createFakePorts({ clock: new FakeClock() })
  const { clock, files, process } = ports
  files.put(FILE, fixture('claude-code-2.1.332.json'))
  await files.makeFolderExclusive(PRIMARY)
  await files.makeFolderExclusive(LEGACY)
  if (owner) files.put(OWNER, JSON.stringify({ pid: PID, procStart: '1', lockBirthtimeMs: clock.now() }))
  if (owner === 'alive') process.start(PID, 'boot.1.1')
  const store = claudeCode(ports)
  const [entry] = (await store.scan()).entries
  if (!entry || !store.locks) throw new Error('no locks')
  const { locks } = store
  const holders = [entry.holder]
  const held = () => locks.held(holders)
  const remove = async (path: string) => {
    const identity = (await held()).find((lock) => lock.path === path)?.identity ?? ''
    return locks.remove(holders, path, identity)
  }
  return { ports, clock, files, process, held, remove, locks, holders }
}

describe("Claude Code's locks", () => {
  it('are shown in the order in which it takes them, with who holds them', async () => {
    const { held } = await machine({ owner: 'alive' })
    expect(await held()).toMatchObject([
      { path: PRIMARY, pid: PID, state: 'live', removable: false, label: 'Claude Code’s refresh lock' },
      { path: LEGACY, pid: PID, state: 'live', removable: false },
    ])
  })

  it.each([
    ['dead', 9_000, false],
    ['dead', 11_000, true],
    [undefined, 59_000, false],
    [undefined, 61_000, true],
    ['alive', 600_000, false],
  ] as const)(
    'of an owner that is %s, silent for %d ms, may be removed: %s',
    async (owner, ms, removable) => {
      const { clock, held } = await machine(owner ? { owner } : {})
      await clock.advance(ms)
      expect((await held()).map((lock) => lock.removable)).toEqual([removable, removable])
    },
  )

  it('are dated in the future after the clock was set back: nobody takes them then', async () => {
    const { clock, held } = await machine()
    clock.set(-3_600_000)
    expect(await held()).toMatchObject([
      { label: 'Claude Code’s refresh lock, dated in the future', removable: true },
      { removable: true },
    ])
  })

  it('are taken away with the record, once they were seen without a heartbeat', async () => {
    const { clock, files, held, remove } = await machine({ owner: 'dead' })
    await clock.advance(11_000)
    expect(await clock.run(remove(PRIMARY))).toBe('removed')
    expect(await files.stat(PRIMARY)).toBeUndefined()
    expect(files.text(OWNER)).toBeUndefined()
    expect((await held()).map(({ path }) => path)).toEqual([LEGACY])
  })

  it('stay where a heartbeat comes while they are looked at', async () => {
    const { clock, files, remove } = await machine()
    await clock.advance(61_000)
    const removal = remove(PRIMARY)
    await clock.advance(6_000)
    await files.touch(PRIMARY)
    expect(await clock.run(removal)).toBe('changed')
    expect(await files.stat(PRIMARY)).toBeDefined()
  })

  it('stay while they are in use', async () => {
    const { clock, remove } = await machine({ owner: 'alive' })
    expect(await clock.run(remove(PRIMARY))).toBe('held')
  })

  it('are nobody else’s business', async () => {
    const { locks } = await machine()
    expect(await locks.held([])).toEqual([])
    expect(await locks.remove([], PRIMARY, 'x')).toBe('gone')
  })
})
