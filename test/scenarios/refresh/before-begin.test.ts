/** A first start: what was found is shown, and nothing is refreshed before the person has begun. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { lamplighter } from '../../../app/cli/program.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

async function firstStart() {
  const machine = new MemoryMachine()
  const { core, ports } = machine.newProcess()
  await machine.run(core.start({ schedule: true, untilWelcomed: true }))
  return { machine, core, ports }
}

describe('a first start', () => {
  it('shows a lapsed login and sends nothing, however long nobody begins', async () => {
    const { machine, core } = await firstStart()
    await machine.clock.advance(2 * HOUR)
    await machine.run(core.look())
    core.wake('resume')
    await machine.clock.advance(MINUTE)
    expect(core.profile(PROFILE).status.kind).toBe('expired')
    expect(core.overview().scheduler.running).toBe(false)
    expect(machine.provider.requests).toBe(0)
    await machine.run(core.close())
  })

  it('refreshes from then on', async () => {
    const { machine, core } = await firstStart()
    await machine.run(core.changeSettings({ theme: 'dark' }))
    await machine.clock.advance(MINUTE)
    expect(machine.provider.requests).toBe(0)
    await machine.run(core.changeSettings({ welcomed: true }))
    await machine.clock.advance(MINUTE)
    expect(machine.provider.requests).toBe(1)
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(core.close())
  })

  it('is over where that cannot be written: until the next one, and a problem to show', async () => {
    const { machine, core } = await firstStart()
    manage(machine)
    await expect(machine.run(core.changeSettings({ theme: 'dark' }))).rejects.toThrow('EROFS')
    expect((await machine.run(core.changeSettings({ welcomed: true }))).welcomed).toBe(true)
    await machine.clock.advance(MINUTE)
    expect(machine.provider.requests).toBe(1)
    expect(core.overview().problems).toEqual([expect.objectContaining({ code: 'STORE_UNWRITABLE' })])
    await machine.run(core.close())
  })

  it('is none for whoever has begun before', async () => {
    const { machine, core } = await firstStart()
    await machine.run(core.changeSettings({ welcomed: true }))
    await machine.run(core.close())
    const next = machine.newProcess()
    await machine.run(next.core.start({ schedule: true, untilWelcomed: true }))
    expect(next.core.overview().scheduler.running).toBe(true)
    await machine.run(next.core.close())
  })
})

describe('the first command', () => {
  const type = async (ports: FakePorts, words: readonly string[], isPerson = true): Promise<string> => {
    const err: string[] = []
    const terminal = { ask: async () => '', askSecret: async () => Promise.reject(new Error('not asked')) }
    const io = {
      out: () => undefined,
      err: (line: string) => void err.push(line),
      lines: async function* () {
        yield* [] as string[]
      },
      now: () => ports.clock.now(),
      onInterrupt: () => undefined,
      ...(isPerson ? { terminal } : {}),
    }
    await ports.clock.run(lamplighter(words, { io, portsFor: () => ports }))
    return err.join('\n')
  }

  it('says once what commands do, to a person', async () => {
    const ports = createFakePorts()
    expect(await type(ports, ['list'], false)).toBe('')
    expect(await type(ports, ['list', '--json'])).toBe('')
    expect(await type(ports, ['list'])).toContain('only when you ask for it')
    expect(await type(ports, ['list'])).toBe('')
  })

  it('says nothing to whoever has settings', async () => {
    const { ports } = new MemoryMachine().newProcess()
    expect(await type(ports, ['list'])).toBe('')
  })
})

/** What it says within a minute, each with the requests that were made before. */
async function serve(machine: MemoryMachine) {
  const { ports } = machine.newProcess()
  const said: [string, number][] = []
  const io = {
    out: (line: string) => void said.push([line, machine.provider.requests]),
    err: (line: string) => void said.push([line, machine.provider.requests]),
    lines: async function* () {
      yield* [] as string[]
    },
    now: () => ports.clock.now(),
    onInterrupt: (stop: () => void) => void machine.clock.sleep(MINUTE).then(stop),
  }
  await machine.run(lamplighter(['serve'], { io, portsFor: () => ports }))
  return said
}

/** Somebody else writes config.json: a program that sets the machine up. */
function manage({ files }: MemoryMachine): void {
  files.before = async (operation, path) => {
    if (operation === 'writeAtomic' && path === FAKE_PATHS.config)
      throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (EROFS).`)
  }
}

describe('the first serve', () => {
  it('goes on where config.json cannot be written, and says so once', async () => {
    const machine = new MemoryMachine()
    manage(machine)
    const said = (await serve(machine)).map(([line]) => line)
    const about = said.filter((line) => line.includes('"welcomed": true'))
    expect(about).toEqual([expect.stringMatching(/^Writing .*config\.json failed \(EROFS\)\./)])
    expect(said.at(-1)).toContain('Lamplighter serves 1 login')
    expect(machine.provider.requests).toBe(1)
  })

  it('says what it will do before it does it, once', async () => {
    const machine = new MemoryMachine()
    const first = await serve(machine)
    expect(first[0]).toEqual([expect.stringMatching(/^First run. Lamplighter found 1 login in OpenClaw/), 0])
    expect(first[1]).toEqual([expect.stringContaining('From now on it keeps 1 login alive'), 0])
    expect(machine.provider.requests).toBe(1)
    expect((await serve(machine)).map(([line]) => line)).toEqual([
      expect.stringContaining('Lamplighter serves 1 login'),
    ])
  })
})
