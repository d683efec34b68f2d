import { expect, it } from 'vitest'
import { type RegisterChange, RegisterFailure, type RegisterList } from '../../../../app/base/register.ts'
import type { EtcdMembers } from '../../../../app/platform/fleet/etcd-members.ts'
import { EtcdWatch } from '../../../../app/platform/fleet/etcd-watch.ts'
import { FakeClock, settle } from '../../../fakes/clock.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Members of which one answers: a stream, and catch-up reads that take so long, or fail. */
function watched(
  clock: FakeClock,
  answersAfterMs = 0,
  answer: () => RegisterList | undefined = () => undefined,
) {
  let streams = 0
  let say: (line: string) => void = () => undefined
  const members = {
    current: 'one',
    turnFrom: () => undefined,
    hasTold: () => undefined,
    stream: (_member: string, _asked: unknown, { signal, onLine }: Parameters<EtcdMembers['stream']>[2]) => {
      say = onLine
      streams++
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    },
  } as unknown as EtcdMembers
  const asked: { readonly newerThan: number | undefined; readonly atMs: number }[] = []
  const list = async (_prefix: string, newerThan?: number): Promise<RegisterList> => {
    asked.push({ newerThan, atMs: clock.now() })
    if (answersAfterMs > 0) await clock.sleep(answersAfterMs)
    return answer() ?? { records: [], revision: Math.max(4, newerThan ?? 0) }
  }
  const told: RegisterChange[] = []
  const watch = new EtcdWatch({ members, clock, list, random: () => 0 }, '/a/', 3, (change) =>
    told.push(change),
  )
  watch.start()
  return { watch, asked, told, say: (line: string) => say(line), streams: () => streams }
}

it('does not have sent again by its catch-up reads what its stream has told', async () => {
  const clock = new FakeClock()
  const { watch, asked, told, say } = watched(clock)
  await settle()
  const kv = { key: base64('/a/1'), value: base64('x'), mod_revision: '7' }
  say(JSON.stringify({ result: { events: [{ kv }] } }))
  await clock.advance(3_000)
  watch.stop()
  expect(told).toContainEqual({ kind: 'changed', record: { key: '/a/1', value: 'x', revision: 7 } })
  expect(asked.map(({ newerThan }) => newerThan)).toEqual([3, 7])
})

it.each([
  [0, 3_000],
  [20, 3_000],
  [100, 5_000],
  [2_000, 10_000],
])('asks an engine that answers after %i ms again after a rest of %i ms', async (answersAfterMs, restMs) => {
  const clock = new FakeClock()
  const { watch, asked } = watched(clock, answersAfterMs)
  await settle()
  for (let passedMs = 0; passedMs < 4 * (answersAfterMs + restMs); passedMs += 20) await clock.advance(20)
  watch.stop()
  const [first, ...others] = asked.slice(1).map(({ atMs }, at) => atMs - (asked[at]?.atMs ?? 0))
  expect(first).toBe(answersAfterMs + 3_000) // it may have been the handshake
  expect(new Set(others)).toEqual(new Set([answersAfterMs + restMs]))
})

it('keeps its stream while reads get no answer, rests longer each time, and says so once', async () => {
  const clock = new FakeClock()
  const busy = new RegisterFailure('unreachable', true, 'no answer within 4 s')
  let isBusy = false
  const { watch, asked, told, say, streams } = watched(clock, 4_000, () => {
    if (isBusy) throw busy
    return undefined
  })
  await clock.advance(4_000)
  isBusy = true
  await clock.advance(100_000)
  say(JSON.stringify({ result: { events: [{ kv: { key: base64('/a/1'), mod_revision: '7' } }] } }))
  isBusy = false
  await clock.advance(30_000)
  watch.stop()
  expect(streams()).toBe(1)
  expect(told.map(({ kind }) => kind)).toEqual(['level', 'behind', 'changed', 'level'])
  const gapsMs = asked.slice(1).map(({ atMs }, at) => atMs - (asked[at]?.atMs ?? 0) - 4_000)
  expect(gapsMs.slice(0, 6)).toEqual([3_000, 2_000, 4_000, 8_000, 15_000, 15_000])
})

it('opens another stream where reads find what the one it has does not bring', async () => {
  const clock = new FakeClock()
  const record = { key: '/a/1', value: '', revision: 7 }
  let isWritten = false
  const { watch, told, streams } = watched(clock, 0, () =>
    isWritten ? { records: [record], revision: 7 } : undefined,
  )
  await clock.advance(3_000)
  isWritten = true
  await clock.advance(30_000)
  expect(streams()).toBe(1)
  await clock.advance(6_000)
  watch.stop()
  expect(streams()).toBe(2)
  expect(told).toEqual([{ kind: 'level' }, { kind: 'changed', record }])
})

it('does not open a stream at an engine that answers no read, nor leaves one that refuses open', async () => {
  const clock = new FakeClock()
  let reason: 'unreachable' | 'denied' | undefined = 'unreachable'
  const { watch, told, streams } = watched(clock, 0, () => {
    if (reason) throw new RegisterFailure(reason, true, 'no')
    return undefined
  })
  await clock.advance(20_000)
  expect(streams()).toBe(0)
  reason = undefined
  await clock.advance(5_000)
  expect(streams()).toBe(1)
  reason = 'denied'
  await clock.advance(3_000)
  reason = undefined
  await clock.advance(5_000)
  watch.stop()
  expect(streams()).toBe(2)
  expect(told.map(({ kind }) => kind)).toEqual(['behind', 'level', 'behind', 'level'])
})
