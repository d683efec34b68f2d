import { describe, expect, it, vi } from 'vitest'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const LOCK = `${FILE}.lock`
const LOGIN = {
  type: 'oauth',
  provider: 'anthropic',
  access: 'CANARY-access',
  refresh: 'CANARY-refresh',
  expires: 4e12,
}

function machine() {
  const here = atMachine()
  const { files, clock } = here.ports
  files.put(FILE, JSON.stringify({ version: 1, profiles: { 'anthropic:ada': LOGIN } }))
  return {
    ...here,
    files,
    clock,
    lockedBy: (pid: number) =>
      files.put(LOCK, JSON.stringify({ pid, createdAt: new Date(clock.now()).toISOString() })),
  }
}

describe('lamplighter locks', () => {
  it('says that nothing is locked', async () => {
    expect(await machine().type('locks')).toEqual({ code: 0, out: 'No login is locked.', err: '' })
  })

  it('tells who holds what for how long, and offers removal only past the limit', async () => {
    const { type, clock, lockedBy } = machine()
    lockedBy(99)
    await clock.advance(20_000)
    const young = await type('locks')
    expect(young.out).toMatch(/anthropic:ada +dead +99 +20 s +30 s +OpenClaw’s store lock +\S+\.lock/)
    expect(young.out).not.toContain('--remove')
    await clock.advance(20_000)
    expect((await type('locks', 'anthropic:ada')).out).toContain(
      `lamplighter locks anthropic:ada --remove "${LOCK}"`,
    )
  })

  it('tells the same as JSON', async () => {
    const { type, clock, lockedBy, ports } = machine()
    ports.process.start(99, 'boot.1.5')
    ports.process.suspended.add(99)
    lockedBy(99)
    const since = new Date(clock.now()).toISOString()
    await clock.advance(60_000)
    expect(JSON.parse((await type('locks', '--json')).out)).toEqual({
      version: 1,
      locks: [
        {
          profile: 'anthropic:ada',
          path: LOCK,
          label: 'OpenClaw’s store lock',
          state: 'suspended',
          pid: 99,
          since,
          thresholdSeconds: 30,
          olderThanThreshold: true,
          removable: false,
        },
      ],
    })
  })

  it('removes one that was left behind', async () => {
    const { type, clock, lockedBy, files } = machine()
    lockedBy(99)
    await clock.advance(31_000)
    expect(await type('locks', 'anthropic:ada', '--remove', LOCK)).toEqual({
      code: 0,
      out: `Removed ${LOCK}`,
      err: '',
    })
    expect(files.text(LOCK)).toBeUndefined()
  })

  it.each([
    ['of a running process', 'and is running', false],
    ['of a stopped process', 'is stopped', true],
  ])('never removes the lock %s', async (_, words, stopped) => {
    const { type, clock, lockedBy, files, ports } = machine()
    ports.process.start(99, 'boot.1.5')
    if (stopped) ports.process.suspended.add(99)
    lockedBy(99)
    await clock.advance(3_600_000)
    const { code, err } = await type('locks', 'anthropic:ada', '--remove', LOCK)
    expect([code, err]).toEqual([1, expect.stringContaining(words)])
    expect(files.text(LOCK)).toContain('99')
  })

  it('does not remove one that its own program will clear away', async () => {
    const { type, lockedBy, files } = machine()
    lockedBy(99)
    const { code, err } = await type('locks', 'anthropic:ada', '--remove', LOCK)
    expect([code, err]).toEqual([1, expect.stringContaining('after 30 s')])
    expect(files.text(LOCK)).toContain('99')
  })

  it('watches one that names nobody, and says so meanwhile', async () => {
    const { type, clock, files } = machine()
    files.put(LOCK, '')
    await clock.advance(31_000)
    const { code, err } = await type('locks', 'anthropic:ada', '--remove', LOCK)
    expect([code, err]).toEqual([0, expect.stringContaining('half a minute')])
    expect(files.text(LOCK)).toBeUndefined()
  })

  it('wants the login and a lock of it', async () => {
    const { type, files } = machine()
    expect(await type('locks', '--remove', LOCK)).toMatchObject({
      code: 64,
      err: expect.stringContaining('Name the login'),
    })
    expect(await type('locks', 'anthropic:ada', '--remove', FILE)).toMatchObject({
      code: 64,
      err: expect.stringContaining('There is no lock'),
    })
    expect(files.text(FILE)).toContain('anthropic:ada')
  })
})
