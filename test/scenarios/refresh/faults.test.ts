/** Every outside call fails once, then for good, at every position. Afterwards nothing is lost and nothing is a lie. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { type Booted, MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

const AGENTS = ['main', 'research']

class Machine extends MemoryMachine {
  /** Counts every outside call; may make one fail. */
  onCall: (what: string) => void = () => undefined

  /** A new process on the same machine. */
  boot(): Booted {
    this.files.before = (operation, path) => this.onCall(`${operation} ${path}`)
    this.lock.before = (name) => this.onCall(`lock ${name}`)
    return this.newProcess((ports) => ({
      ...ports,
      keyring: {
        kept: () => ports.keyring.kept(),
        key: async (id) => {
          this.onCall('keyring')
          return ports.keyring.key(id)
        },
      },
      http: {
        send: async (request) => {
          this.onCall('http')
          return ports.http.send(request)
        },
      },
    }))
  }
}

/** The refresh token in each agent's file. A file that does not parse fails the test. */
function storedBy(machine: Machine): Promise<readonly (string | undefined)[]> {
  return Promise.all(AGENTS.map((agent) => machine.stored(agent)))
}

function fault(what: string): AppError {
  if (/^(writeAtomic|createExclusive|append|makeFolder|touch|rename|remove)/.test(what)) {
    return new AppError('STORE_UNWRITABLE', `the disk refused: ${what}`)
  }
  return new AppError(what === 'keyring' ? 'KEYCHAIN_UNAVAILABLE' : 'STORE_UNREADABLE', `refused: ${what}`)
}

/** One process that tries to refresh, with calls failing as `onCall` says. Its own failures are allowed, hanging is not. */
async function tryOnce(machine: Machine): Promise<void> {
  const { core, end } = machine.boot()
  const work = async (): Promise<void> => {
    await core.start({ schedule: false })
    await core.token(PROFILE)
  }
  await machine.run(work().catch((error: unknown) => expect(error).toBeInstanceOf(Error)))
  await machine.run(core.close().catch((error: unknown) => expect(error).toBeInstanceOf(Error)))
  end()
}

/** The trouble may still be there: the newest successor is stored or journaled, and nothing is called what it is not. */
async function expectKept(machine: Machine, position: string): Promise<void> {
  const newest = machine.provider.currentRefreshToken
  const stored = await storedBy(machine)
  if (machine.provider.requests === 0) {
    expect({ position, stored }).toEqual({ position, stored: stored.map(() => newest) })
    return
  }
  const journaled = Object.entries(machine.files.all()).some(
    ([path, text]) => path.includes('/journal/') && /"state":"answered".*"sealed"/.test(text),
  )
  expect({ position, kept: journaled || stored.includes(newest) }).toEqual({ position, kept: true })
}

/** The trouble is over, and a process starts that nobody asks for anything: it stores what was not stored. */
async function expectStoredByAStart(machine: Machine, position: string): Promise<void> {
  machine.onCall = () => undefined
  const { core } = machine.boot()
  await machine.run(core.start({ schedule: false }))
  const status = core.profile(PROFILE).status.kind
  const isUsed = machine.provider.requests > 0
  const refresh = await storedBy(machine)
  expect({ position, newest: refresh.includes(machine.provider.currentRefreshToken) }).toEqual({
    position,
    newest: true,
  })
  // What may have been sent, or was sent to nobody knows where, is a wait and not a fault of the login.
  expect({ position, status: isUsed ? ['fresh'] : ['expired', 'retrying'] }).toEqual({
    position,
    status: expect.arrayContaining([status]),
  })
  await machine.run(core.close())
}

/** The trouble is over. Everything must come right by itself, without a person. */
async function expectRecovery(machine: Machine, position: string): Promise<void> {
  machine.onCall = () => undefined
  await machine.clock.advance(10 * 60_000)
  const { core } = machine.boot()
  await machine.run(core.start({ schedule: false }))
  const token = await machine.run(core.token(PROFILE)).catch((error: unknown) => error)
  expect({ position, token }).toMatchObject({ position, token: { accessToken: expect.anything() } })
  expect(core.profile(PROFILE).status.kind).toBe('fresh')
  await machine.run(core.repair(PROFILE))
  await machine.run(core.close())
  for (const agent of AGENTS) {
    expect({ position, refresh: await machine.stored(agent) }).toEqual({
      position,
      refresh: machine.provider.currentRefreshToken,
    })
  }
  expect({ position, reuses: machine.provider.reuses }).toEqual({ position, reuses: 0 })
}

/** One process whose every call fails from some point on. @returns whether it ended while they still failed */
async function tryUntilMended(machine: Machine, isHarmless: (what: string) => boolean): Promise<boolean> {
  const { core, ports, end } = machine.boot()
  const work = async (): Promise<void> => {
    await core.start({ schedule: false })
    await core.token(PROFILE)
  }
  await machine.clock.run(work().catch((error: unknown) => expect(error).toBeInstanceOf(Error)))
  let hasEnded = false
  const closing = core.close().then(
    () => undefined,
    (error: unknown) => expect(error).toBeInstanceOf(Error),
  )
  void closing.then(() => {
    hasEnded = true
  })
  await machine.clock.advance(10 * 60_000)
  const endedByItself = hasEnded
  if (!endedByItself) {
    expect(JSON.stringify(ports.log.lines)).toContain('no disk takes them')
    machine.onCall = (what) => {
      if (!isHarmless(what)) throw fault(what)
    }
    await machine.clock.advance(10_000)
    await machine.clock.run(closing)
  }
  end()
  return endedByItself
}

async function countCalls(): Promise<readonly string[]> {
  const machine = new Machine()
  const calls: string[] = []
  machine.onCall = (what) => void calls.push(what)
  await tryOnce(machine)
  expect(machine.provider.requests).toBe(1)
  return calls
}

describe('a refresh', { timeout: 60_000 }, () => {
  it('keeps the successor in memory while no disk takes it, and stores it when one does', async () => {
    const machine = new Machine()
    let replied = false
    let full = true
    machine.onCall = (what) => {
      if (replied && full && what.startsWith('writeAtomic')) throw fault(what)
      if (what === 'http') replied = true
    }
    const { core } = machine.boot()
    await machine.run(core.start({ schedule: true }))
    await machine.clock.advance(5 * 60_000)
    expect(await machine.stored('main')).toBe('CANARY-refresh-1')
    expect(core.profile(PROFILE).status.kind).toBe('retrying')
    full = false
    await machine.clock.advance(10 * 60_000)
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    for (const agent of AGENTS) expect(await machine.stored(agent)).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBe(1)
    await machine.run(core.close())
  })

  it('loses nothing when any one outside call fails once', async () => {
    const calls = await countCalls()
    expect(calls.length).toBeGreaterThan(20)
    for (let n = 0; n < calls.length; n++) {
      const machine = new Machine()
      let count = 0
      machine.onCall = (what) => {
        if (count++ === n) throw fault(what)
      }
      await tryOnce(machine)
      const position = `${n}: ${calls[n]}`
      await expectKept(machine, position)
      await expectStoredByAStart(machine, position)
      await expectRecovery(machine, position)
    }
  })

  it('loses nothing when every outside call fails from some point on', async () => {
    const calls = await countCalls()
    const sent = calls.indexOf('http')
    const journaled = calls.findIndex((what, at) => at > sent && /^(append|writeAtomic) /.test(what))
    expect(calls[journaled]).toContain('/journal/')
    expect(journaled - sent).toBeLessThanOrEqual(3)
    const flushed = calls.findIndex((what, at) => at > journaled && /^flush .*\/journal\//.test(what))
    for (let n = 0; n < calls.length; n++) {
      const machine = new Machine()
      let count = 0
      machine.onCall = (what) => {
        if (count++ >= n) throw fault(what)
      }
      const position = `from ${n}: ${calls[n]}`
      // Between the reply and the journal's flush there is only memory, and who holds that does not end.
      const isHeld = n > sent && n <= flushed
      expect({ position, ended: await tryUntilMended(machine, () => true) }).toEqual({
        position,
        ended: !isHeld,
      })
      await expectKept(machine, position)
      await expectStoredByAStart(machine, position)
      await expectRecovery(machine, position)
    }
  })

  it('is kept in the runtime folder when every disk fails from some point on, and found there by the next start', async () => {
    const calls = await countCalls()
    for (let n = calls.indexOf('http') + 1; n < calls.length; n++) {
      const machine = new Machine()
      let count = 0
      machine.onCall = (what) => {
        if (count++ >= n && !what.includes(FAKE_PATHS.refuge)) throw fault(what)
      }
      const position = `from ${n}: ${calls[n]}`
      expect({ position, ended: await tryUntilMended(machine, () => false) }).toEqual({
        position,
        ended: true,
      })
      await expectKept(machine, position)
      await expectStoredByAStart(machine, position)
      await expectRecovery(machine, position)
      const host = machine.boot().core
      await machine.clock.run(host.start({ schedule: true }))
      await machine.clock.run(host.close())
      const left = Object.keys(machine.files.all()).filter((path) => path.startsWith(FAKE_PATHS.refuge))
      expect({ position, left }).toEqual({ position, left: [] })
    }
  })

  it('says honestly that a sign-in is needed when the one reply was lost, after one more try and no loop', async () => {
    const machine = new Machine()
    machine.provider.faults.push('lost-after')
    await tryOnce(machine)
    expect(machine.provider.requests).toBe(1)
    const { core } = machine.boot()
    await machine.run(core.start({ schedule: true }))
    await machine.clock.advance(60 * 60_000)
    expect(core.profile(PROFILE).status.kind).toBe('needs-login')
    expect(machine.provider.requests).toBe(2)
    await machine.run(core.close())
  })

  it('comes back by itself when the request was lost before it arrived', async () => {
    const machine = new Machine()
    machine.provider.faults.push('lost-before', 'lost-before', 'lost-before')
    const { core } = machine.boot()
    await machine.run(core.start({ schedule: true }))
    await machine.clock.advance(30 * 60_000)
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.requests).toBe(1)
    await machine.run(core.close())
  })
})
