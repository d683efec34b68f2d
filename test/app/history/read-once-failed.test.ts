import { expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { createHistoryLog } from '../../../app/history/history-log.ts'
import { settle } from '../../fakes/clock.ts'
import { createFakePorts } from '../../fakes/ports.ts'

const event = (n: number, atMs: number) => ({
  atMs,
  kind: 'rejected' as const,
  profileId: 'acme:ada',
  providerId: 'acme',
  account: 'ada',
  message: `event ${n}`,
  askedBy: 'schedule',
  process: 'serve',
  pid: 4711,
})

it('what was told is not told again because the file could not be read once', async () => {
  const ports = createFakePorts()
  const { clock, files } = ports
  const other = createHistoryLog(ports)
  for (let n = 0; n < 3; n++) await other.append(event(n, clock.now()))
  await clock.advance(60_000)
  const told: string[] = []
  const log = createHistoryLog(ports)
  const stop = log.subscribe(({ message }) => told.push(message))
  await other.append(event(3, clock.now()))
  await settle()
  expect(told).toEqual(['event 3'])
  let isBroken = true
  files.before = (operation, path) => {
    if (isBroken && operation === 'read' && path.endsWith('.jsonl'))
      throw new AppError('STORE_UNREADABLE', `Reading ${path} failed (EMFILE).`)
  }
  await other.append(event(4, clock.now()))
  await settle()
  isBroken = false
  await other.append(event(5, clock.now()))
  await settle()
  expect(told).toEqual(['event 3', 'event 4', 'event 5'])
  stop()
})
