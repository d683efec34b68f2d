/** A file that is cut short, a database that nobody reads: a row everywhere, and nobody says that all is well. */
import { describe, expect, it } from 'vitest'
import { needingYou, problemsOf, withoutPlaces } from '../../../app/contract/problems.ts'
import { lampFor } from '../../../main/tray/tray-icon.ts'
import { trayMenu } from '../../../main/tray/tray-menu.ts'
import { summary } from '../../../main/tray/tray-text.ts'
import type { FakeFiles } from '../../fakes/files.ts'
import { atMachine } from '../../support/at-a-machine.ts'
import { HOUR, MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

const AGENTS = ['main', 'research', 'ops']
const BAD = '/home/ada/.openclaw/agents/ops/agent/auth-profiles.json'
const DATABASE = '/home/ada/.openclaw/agents/main/agent/openclaw-agent.sqlite'

function threeAgents(): MemoryMachine {
  const machine = new MemoryMachine({ agents: AGENTS })
  const good = { access: 'CANARY-a', refresh: 'CANARY-r', expires: machine.clock.now() + 2 * HOUR }
  for (const agent of AGENTS) machine.write(good, agent)
  return machine
}

function cutShort(files: FakeFiles): void {
  files.put(BAD, (files.text(BAD) ?? '').slice(0, 60))
}

async function everywhere(machine: MemoryMachine) {
  const { core, ports } = await machine.start(false)
  const overview = core.overview()
  const nowMs = machine.clock.now()
  const shown = withoutPlaces(overview) // as the tray is given it
  const { type } = atMachine(ports)
  return {
    overview,
    list: await type('list'),
    status: await type('status'),
    short: await type('status', '--short'),
    line: await type('status', '--line', 'plain'),
    json: await type('status', '--json'),
    check: await type('check', '--refresh', '--json'),
    named: await type('check', '--profiles', PROFILE, '--json'),
    doctor: await type('doctor', '--json'),
    lamp: lampFor(shown),
    summary: summary(shown),
    menu: JSON.stringify(trayMenu({ overview: shown, welcomed: true, nowMs })),
  }
}

describe('a file that is cut short', () => {
  it('is a row wherever logins are shown, and stands in the way of a restart', async () => {
    const machine = threeAgents()
    cutShort(machine.files)
    const seen = await everywhere(machine)
    expect(seen.overview.profiles.map(({ id, status }) => [id, status.kind])).toEqual([
      [PROFILE, 'fresh'],
      [BAD, 'unknown'],
    ])
    expect(seen.list.out).toMatch(/auth-profiles\.json +OpenClaw · ops +cannot be read/)
    expect(seen.status.out).toContain('1 login: 1 fresh; 1 file needs you')
    expect(seen.status.out).toMatch(/Waiting for you:\n {2}\S*auth-profiles\.json/)
    expect(seen.short.out).toContain('1 login: 1 fresh; 1 file needs you')
    expect(seen.line.out).toBe('○ 1/2')
    expect(JSON.parse(seen.json.out)).toMatchObject({ logins: 1, needsYou: [{ path: BAD, since: null }] })
    expect(JSON.parse(seen.check.out)).toMatchObject({ ready: false })
    expect([seen.check.code, seen.named.code, seen.doctor.code]).toEqual([69, 69, 69])
    expect([seen.lamp, seen.summary]).toEqual(['notch', '1 login; 1 file needs you'])
    expect(seen.menu).toContain('What to do: auth-profiles.json · OpenClaw · ops')
    expect(seen.overview.places).toContainEqual(
      expect.objectContaining({ label: 'OpenClaw', found: '3 agents, 2 logins' }),
    )
  })

  it('is one too where a running host saw its logins before it broke', async () => {
    const machine = threeAgents()
    const { core } = await machine.start(false)
    expect(core.overview().profiles).toHaveLength(1)
    expect(core.overview().places[0]).toMatchObject({ found: '3 agents, 1 login' })
    cutShort(machine.files)
    await machine.clock.run(core.look())
    const brokenAtMs = machine.clock.now()
    expect(core.overview().profiles.map(({ id }) => id)).toEqual([PROFILE, BAD])
    await machine.clock.advance(HOUR)
    await machine.clock.run(core.look())
    expect(needingYou(core.overview())).toMatchObject({
      logins: [],
      problems: [{ path: BAD, label: 'OpenClaw · ops', sinceMs: brokenAtMs }],
    })
  })

  it('is not told twice where the logins it had are told as unknown', async () => {
    const machine = new MemoryMachine({ agents: ['ops'] })
    const { core } = await machine.start(false)
    cutShort(machine.files)
    await machine.clock.run(core.look())
    expect(core.overview().profiles.map(({ id, status }) => [id, status.kind])).toEqual([
      [PROFILE, 'unknown'],
    ])
    expect(problemsOf(core.overview())).toMatchObject([{ path: BAD, profileIds: [PROFILE] }])
  })

  it('needs nobody any more once it is mended, and is new when it breaks again', async () => {
    const machine = new MemoryMachine({ agents: ['ops'] })
    const { core } = await machine.start(false)
    const whole = machine.files.text(BAD) ?? ''
    const look = async (text: string) => {
      machine.files.put(BAD, text)
      await machine.clock.run(core.look())
      return problemsOf(core.overview()).map(({ sinceMs }) => sinceMs)
    }
    expect(await look('{')).toEqual([machine.clock.now()])
    expect(await look(whole)).toEqual([])
    await machine.clock.advance(HOUR)
    expect(await look('{')).toEqual([machine.clock.now()])
  })
})

describe('a database that is damaged', () => {
  it('is unknown, and says why', async () => {
    const machine = new MemoryMachine({ agents: [] })
    machine.files.put(DATABASE, 'x'.repeat(4096))
    const seen = await everywhere(machine)
    expect(seen.overview.profiles).toMatchObject([{ id: DATABASE, status: { kind: 'unknown' } }])
    const [{ why }] = JSON.parse(seen.check.out).logins
    expect(why).toContain(DATABASE)
    expect(seen.list.err).toContain(why)
    expect(seen.status.out).toContain(why)
    expect(seen.check.code).toBe(69)
    expect(seen.summary).toBe('1 file needs you')
  })
})
