/** The notifier on a real session bus with a notification server of the test's own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { createClock } from '../../../app/platform/clock.ts'
import type { NoticeAction } from '../../../main/notifications/alert-text.ts'
import { createLinuxCenter } from '../../../main/notifications/linux.ts'
import { createNotifier } from '../../../main/notifications/notifier.ts'
import { type SessionBus, startSessionBus } from '../../e2e/support/session-bus.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { FakeFiles } from '../../fakes/files.ts'
import { FakeLog } from '../../fakes/log.ts'
import { type NotificationServer, startNotificationServer } from '../../fakes/notification-server.ts'
import { NOW_MS, needy, profileView, SETTINGS } from '../../support/alert-steps.ts'
import { overviewView } from '../../support/views.ts'

let bus: SessionBus
let folder: string
const ends: (() => Promise<void>)[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamplighter-bus-'))
  bus = await startSessionBus(folder)
})

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await bus.stop()
  rmSync(folder, { recursive: true })
})

async function server(options?: Parameters<typeof startNotificationServer>[1]): Promise<NotificationServer> {
  const started = await startNotificationServer(bus.address, options)
  ends.push(() => started.stop())
  return started
}

async function lamplighter(busAddress: string | undefined, ...profiles: readonly ProfileView[]) {
  const clock = new FakeClock(NOW_MS)
  const log = new FakeLog()
  const acts: NoticeAction[] = []
  let now = profiles
  let told: () => void = () => undefined
  const act = (action: NoticeAction) => acts.push(action)
  const board = createLinuxCenter({
    busAddress,
    icon: '/icon.png',
    desktopEntry: 'lamplighter',
    clock: createClock(), // real calls have a real limit
    act,
    log,
  })
  const notifier = createNotifier({
    overview: () => overviewView(now),
    onOverview: (listener) => {
      told = listener
      return () => undefined
    },
    settings: () => SETTINGS,
    board,
    clock,
    files: new FakeFiles(),
    statePath: '/state/notices.json',
    log,
  })
  ends.push(() => notifier.stop())
  await notifier.start()
  const change = (...next: readonly ProfileView[]) => {
    now = next
    told()
  }
  // The notifier's time is ours; the bus takes what it takes, so time goes on until it has answered.
  const until = (check: () => void) =>
    vi.waitFor(
      async () => {
        await clock.advance(1_000)
        check()
      },
      { timeout: 20_000, interval: 10 },
    )
  return { acts, board, change, clock, log, notifier, until }
}

describe('notifications on Linux', () => {
  it('are shown with their buttons, and a body that no server can take for markup', async () => {
    const desktop = await server()
    const { until } = await lamplighter(bus.address, needy('ada', { advice: 'OpenAI Codex & <b>sons</b>' }))
    await until(() => expect(desktop.up()).toHaveLength(1))
    const [shown] = desktop.up()
    expect(shown).toMatchObject({
      replaces: 0,
      icon: '/icon.png',
      summary: 'ada@example.test needs you',
      body: 'OpenAI Codex &amp; &lt;b&gt;sons&lt;/b&gt;',
      actions: ['default', 'Open', 'login', 'Sign in'],
      expireMs: 0,
    })
    expect(shown?.hints['desktop-entry']?.value).toBe('lamplighter')
    expect(shown?.hints.urgency).toMatchObject({ signature: 'y', value: 1 })
  })

  it('have neither buttons nor escapes where the server knows none', async () => {
    const desktop = await server({ capabilities: ['body'] })
    const { until } = await lamplighter(bus.address, needy('ada', { advice: 'OpenAI Codex & <b>sons</b>' }))
    const plain = { actions: [], body: 'OpenAI Codex & <b>sons</b>' }
    await until(() => expect(desktop.up()).toMatchObject([plain]))
  })

  it('take the place of what was told before, and close after the all-clear', async () => {
    const desktop = await server({ firstId: 7 })
    const { change, until } = await lamplighter(bus.address, needy())
    await until(() => expect(desktop.up()).toMatchObject([{ id: 7, replaces: 0 }]))
    change(needy('ada', { fingerprint: 'bbbb' }))
    await until(() => expect(desktop.up()).toMatchObject([{ id: 7, replaces: 7 }]))
    change(profileView())
    const allClear = { id: 7, replaces: 7, summary: 'ada@example.test is well again', expireMs: 10_000 }
    await until(() => expect(desktop.up()).toMatchObject([allClear]))
    await until(() => expect(desktop.up()).toEqual([]))
    expect(desktop.asked()).toBe(1)
  })

  it('sign in or open when a person says so, and nobody else', async () => {
    const desktop = await server()
    const { acts, board, until } = await lamplighter(bus.address, needy())
    await until(() => expect(board.isUp('profile ada')).toBe(true))
    desktop.press(2, 'login') // another program's notification
    await desktop.lie(1, 'login')
    desktop.press(1, 'login')
    desktop.press(1, 'default')
    await until(() => expect(acts.at(-1)?.kind).toBe('open'))
    expect(acts).toEqual([
      { kind: 'login', profileId: 'ada' },
      { kind: 'open', profileId: 'ada' },
    ])
  })

  it('start anew where the last one was put away', async () => {
    const desktop = await server()
    const { board, change, until } = await lamplighter(bus.address, needy())
    await until(() => expect(board.isUp('profile ada')).toBe(true))
    desktop.dismiss(1)
    await until(() => expect(board.isUp('profile ada')).toBe(false))
    change(profileView())
    await until(() => expect(desktop.up()).toMatchObject([{ id: 2, replaces: 0 }]))
  })

  it('survive another server, whose ids and abilities are its own', async () => {
    const old = await server()
    const { acts, board, change, until } = await lamplighter(bus.address, needy())
    await until(() => expect(board.isUp('profile ada')).toBe(true))
    await old.stop()
    const young = await server({ capabilities: ['body'], firstId: 40 })
    change(needy('ada', { fingerprint: 'bbbb' }))
    await until(() => expect(young.up()).toMatchObject([{ id: 40, replaces: 0, actions: [] }]))
    expect(young.asked()).toBe(1)
    await until(() => expect(board.isUp('profile ada')).toBe(true))
    young.press(1, 'default')
    young.press(40, 'default')
    await until(() => expect(acts).toEqual([{ kind: 'open', profileId: 'ada' }]))
  })

  it('come when the server comes, and its absence is said once', async () => {
    const { clock, log, until } = await lamplighter(bus.address, needy())
    await until(() => expect(log.warnings).toHaveLength(1))
    for (let minute = 0; minute < 3; minute++) await clock.advance(65_000)
    const desktop = await server()
    await until(() => expect(desktop.up()).toHaveLength(1))
    expect(log.warnings).toEqual(['nothing on this desktop shows notifications'])
  })

  it('are missed once without a session bus', async () => {
    const { clock, log } = await lamplighter(undefined, needy())
    for (let minute = 0; minute < 3; minute++) await clock.advance(65_000)
    expect(log.warnings).toEqual(['nothing on this desktop shows notifications'])
  })

  it('cost nothing but a line in the log when the bus goes', async () => {
    const desktop = await server()
    const { board, change, log, until } = await lamplighter(bus.address, needy())
    await until(() => expect(board.isUp('profile ada')).toBe(true))
    await desktop.stop()
    await bus.stop()
    change(needy('bob'))
    await until(() => expect(log.warnings).toEqual(['nothing on this desktop shows notifications']))
  })

  it('are taken down at the end', async () => {
    const desktop = await server()
    const { board, notifier, until } = await lamplighter(bus.address, needy())
    await until(() => expect(board.isUp('profile ada')).toBe(true))
    await notifier.stop()
    expect(desktop.up()).toEqual([])
  })
})
