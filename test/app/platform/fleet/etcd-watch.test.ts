import { expect, it } from 'vitest'
import type { RegisterChange, RegisterList } from '../../../../app/base/ports.ts'
import type { EtcdMembers } from '../../../../app/platform/fleet/etcd-members.ts'
import { EtcdWatch } from '../../../../app/platform/fleet/etcd-watch.ts'
import { FakeClock, settle } from '../../../fakes/clock.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

it('does not have sent again by its catch-up reads what its stream has told', async () => {
  const clock = new FakeClock()
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
  const asked: (number | undefined)[] = []
  const list = async (_prefix: string, newerThan?: number): Promise<RegisterList> => {
    asked.push(newerThan)
    return { records: [], revision: Math.max(4, newerThan ?? 0) }
  }
  const told: RegisterChange[] = []
  const watch = new EtcdWatch({ members, clock, list }, '/a/', 3, (change) => told.push(change))
  watch.start()
  await settle()
  const kv = { key: base64('/a/1'), value: base64('x'), mod_revision: '7' }
  say(JSON.stringify({ result: { events: [{ kv }] } }))
  await clock.advance(3_000)
  watch.stop()
  expect(told).toContainEqual({ kind: 'changed', record: { key: '/a/1', value: 'x', revision: 7 } })
  expect(asked).toEqual([3, 7])
})
