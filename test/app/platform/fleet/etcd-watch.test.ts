import { expect, it } from 'vitest'
import type { RegisterChange, RegisterList } from '../../../../app/base/ports.ts'
import type { EtcdMembers } from '../../../../app/platform/fleet/etcd-members.ts'
import { EtcdWatch } from '../../../../app/platform/fleet/etcd-watch.ts'
import { FakeClock, settle } from '../../../fakes/clock.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Members of which one answers: a stream, and catch-up reads that take so long. */
function watched(clock: FakeClock, answersAfterMs = 0) {
  let say: (line: string) => void = () => undefined
  const members = {
    current: 'one',
    turnFrom: () => undefined,
    hasTold: () => undefined,
    stream: (_member: string, _asked: unknown, { signal, onLine }: Parameters<EtcdMembers['stream']>[2]) => {
      say = onLine
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    },
  } as unknown as EtcdMembers
  const asked: { readonly newerThan: number | undefined; readonly atMs: number }[] = []
  const list = async (_prefix: string, newerThan?: number): Promise<RegisterList> => {
    asked.push({ newerThan, atMs: clock.now() })
    if (answersAfterMs > 0) await clock.sleep(answersAfterMs)
    return { records: [], revision: Math.max(4, newerThan ?? 0) }
  }
  const told: RegisterChange[] = []
  const watch = new EtcdWatch({ members, clock, list, random: () => 0 }, '/a/', 3, (change) => told.push(change))
  watch.start()
  return { watch, asked, told, say: (line: string) => say(line) }
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
