/** What people see on a terminal, and programs behind a pipe. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakePorts, FAKE_PATHS } from '../../fakes/ports.ts'
import { atMachine } from '../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const SCREEN = { rows: 24, columns: 60, draw: () => undefined, note: () => undefined }
const LONG =
  'The provider has answered with a sentence that is a good deal longer than one line of a terminal is.'

function ports() {
  const made = createFakePorts()
  const oauth = { type: 'oauth', provider: 'openai-codex', access: 'CANARY-a', refresh: 'CANARY-r' }
  const profiles = {
    'openai-codex:ada': { ...oauth, email: 'ada@example.test', expires: made.clock.now() + 3_600_000 },
    'acme:bob': { type: 'token', provider: 'acme', token: 'CANARY' },
  }
  made.files.put(FILE, JSON.stringify({ version: 1, profiles }))
  const event = {
    ...{
      id: 'a',
      kind: 'refreshed',
      profileId: 'acme:ada',
      providerId: 'acme',
      account: 'ada',
      message: LONG,
    },
    ...{ atMs: Date.UTC(2026, 0, 2, 12), askedBy: 'schedule', process: 'lamplighter', pid: 7 },
  }
  made.files.put(`${FAKE_PATHS.history}/2026-01.jsonl`, `${JSON.stringify({ version: 1, ...event })}\n`)
  return made
}

describe('on a terminal', () => {
  it('the list fits it, has the signs of the window, and colours where they are wanted', async () => {
    const { out } = await atMachine(ports(), { screen: SCREEN }).type('list')
    expect(out).toContain('● fresh')
    expect(out).toContain('– never …')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
    const coloured = await atMachine(ports(), { screen: SCREEN, hasColour: true }).type('list')
    expect(coloured.out).toContain('\u001b[32m● fresh\u001b[39m')
    expect(out).not.toContain('\u001b')
  })

  it('a long message of the history goes on below itself, and nothing of it is cut', async () => {
    const { out } = await atMachine(ports(), { screen: { ...SCREEN, columns: 90 } }).type('history')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(90)
    expect(out.replace(/\s+/g, ' ')).toContain(LONG)
    expect(out).toMatch(/\(schedule, lamplighter 7\)$/)
  })
})

describe('behind a pipe', () => {
  it('nothing is cut, marked or coloured', async () => {
    const { out } = await atMachine(ports()).type('list')
    expect(out).toMatch(/^LOGIN +ACCOUNT +STATE +LEFT +RENEWED BY +WHERE\n/)
    for (const sign of ['●', '–', '…', '\u001b']) expect(out).not.toContain(sign)
  })

  it('the status fits one line', async () => {
    expect(await atMachine(ports()).type('status', '--short')).toEqual({
      code: 0,
      out: '2 logins: 1 fresh, 1 never expires; not running',
      err: '',
    })
  })
})

describe('the time', () => {
  const before = process.env['TZ']
  beforeEach(() => {
    process.env['TZ'] = 'Asia/Tokyo'
  })
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it('is by the clock on the wall for people, and UTC for programs', async () => {
    expect((await atMachine(ports()).type('history')).out).toContain('2026-01-02 21:00:00')
    const { events } = JSON.parse((await atMachine(ports()).type('history', '--json')).out)
    expect(events[0].at).toBe('2026-01-02T12:00:00.000Z')
  })
})
