import { afterEach, describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { createNotifier, type Notifier } from '../../../main/notifications/notifier.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { FakeFiles } from '../../fakes/files.ts'
import { FakeLog } from '../../fakes/log.ts'
import { FakeBoard } from '../../fakes/notification-board.ts'
import { ending, HOUR_MS, NOW_MS, needy, profileView, SETTINGS } from '../../support/alert-steps.ts'
import { overviewView } from '../../support/views.ts'

const PATH = '/state/notices.json'
const SECOND_MS = 1_000
const running: Notifier[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((notifier) => notifier.stop()))
})

async function world(profiles: readonly ProfileView[], files = new FakeFiles()) {
  const clock = new FakeClock(NOW_MS)
  const board = new FakeBoard()
  const log = new FakeLog()
  const listeners = new Set<() => void>()
  let now = profiles
  const notifier = createNotifier({
    overview: () => overviewView(now),
    onOverview: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settings: () => SETTINGS,
    board,
    clock,
    files,
    statePath: PATH,
    log,
  })
  running.push(notifier)
  await notifier.start()
  const change = (...next: readonly ProfileView[]) => {
    now = next
    for (const listener of listeners) listener()
  }
  return { clock, board, log, files, notifier, change, listeners }
}

describe('createNotifier', () => {
  it('says soon what it finds at the start', async () => {
    const { clock, board } = await world([needy()])
    await clock.advance(SECOND_MS)
    expect(board.titles).toEqual([])
    await clock.advance(SECOND_MS)
    expect(board.titles).toEqual(['ada@example.test needs you'])
  })

  it('waits a moment for more of the same cause', async () => {
    const { clock, board, change } = await world([profileView(), profileView({ id: 'bob' })])
    await clock.advance(5 * SECOND_MS)
    change(needy(), profileView({ id: 'bob' }))
    await clock.advance(SECOND_MS)
    change(needy(), needy('bob'))
    await clock.advance(SECOND_MS)
    expect(board.titles).toEqual(['2 logins need you'])
  })

  it('lets the refreshes after a sleep go first', async () => {
    const { clock, board, change, notifier } = await world([profileView(), profileView({ id: 'bob' })])
    await clock.advance(5 * SECOND_MS)
    clock.jump(8 * HOUR_MS)
    notifier.wake()
    change(needy(), profileView({ id: 'bob' }))
    await clock.advance(10 * SECOND_MS)
    expect(board.titles).toEqual([])
    change(needy(), needy('bob'))
    await clock.advance(10 * SECOND_MS)
    expect(board.titles).toEqual(['2 logins need you'])
  })

  it('notices a threshold that comes by the clock alone', async () => {
    const { clock, board } = await world([ending(24 * HOUR_MS + 90 * SECOND_MS)])
    await clock.advance(60 * SECOND_MS)
    expect(board.titles).toEqual([])
    await clock.advance(120 * SECOND_MS)
    expect(board.titles).toHaveLength(1)
  })

  it('takes the all-clear down by itself', async () => {
    const { clock, board, change } = await world([needy()])
    await clock.advance(2 * SECOND_MS)
    change(profileView())
    await clock.advance(2 * SECOND_MS)
    expect([...board.up.values()].map(({ title }) => title)).toEqual(['ada@example.test is well again'])
    await clock.advance(10 * SECOND_MS)
    expect(board.up.size).toBe(0)
  })

  it('leaves alone what came in the place of an all-clear', async () => {
    const { clock, board, change } = await world([needy()])
    await clock.advance(2 * SECOND_MS)
    change(profileView())
    await clock.advance(2 * SECOND_MS)
    change(needy())
    await clock.advance(30 * SECOND_MS)
    expect([...board.up.values()].map(({ title }) => title)).toEqual(['ada@example.test needs you'])
  })

  it('does not bring back a digest that was put away', async () => {
    const { clock, board, change } = await world([needy(), needy('bob'), needy('eve')])
    await clock.advance(2 * SECOND_MS)
    await board.close('digest')
    change(needy(), needy('bob'), profileView({ id: 'eve' }))
    await clock.advance(2 * SECOND_MS)
    expect(board.titles).toEqual(['3 logins need you', 'eve@example.test is well again'])
  })

  it('repeats nothing after a restart', async () => {
    const first = await world([needy()])
    await first.clock.advance(2 * SECOND_MS)
    await first.notifier.stop()
    const second = await world([needy(), needy('bob')], first.files)
    await second.clock.advance(2 * SECOND_MS)
    expect(second.board.titles).toEqual(['bob@example.test needs you'])
  })

  it('has told nobody while nothing shows it, and tries again', async () => {
    const { clock, board, files } = await world([needy()])
    board.present = false
    await clock.advance(5 * SECOND_MS)
    expect(files.text(PATH)).toBeUndefined()
    board.present = true
    await clock.advance(65 * SECOND_MS)
    expect(board.titles).toEqual(['ada@example.test needs you'])
    expect(files.text(PATH)).toContain('ada')
  })

  it('goes on without what it remembered when the file is broken, and says so', async () => {
    const files = new FakeFiles()
    files.put(PATH, '{"version":1,"profiles":[CANARY')
    const { clock, board, log } = await world([needy()], files)
    await clock.advance(2 * SECOND_MS)
    expect(board.titles).toHaveLength(1)
    expect(log.warnings).toEqual(['what was notified before is forgotten'])
    expect(log.text()).not.toContain('CANARY')
  })

  it('goes on when the file cannot be written, and says so', async () => {
    const files = new FakeFiles()
    files.before = (operation) => {
      if (operation === 'writeAtomic') throw new Error('disk full')
    }
    const { clock, board, log } = await world([needy()], files)
    await clock.advance(200 * SECOND_MS)
    expect(board.titles).toHaveLength(1)
    expect(log.warnings).toContain('what was notified could not be kept')
  })

  it('takes down what is up and lets go at the end', async () => {
    const { clock, board, notifier, listeners } = await world([needy()])
    await clock.advance(2 * SECOND_MS)
    await notifier.stop()
    expect(board.stopped).toBe(true)
    expect(listeners.size).toBe(0)
    expect(clock.sleeping).toBe(0)
  })
})
