/** A fleet's register in etcd (3.4 and later), spoken to over its JSON gateway: its npm client is dead and does not bundle. */
import { z } from 'zod'
import type { Clock } from '../../base/ports.ts'
import {
  type Register,
  type RegisterAddress,
  RegisterFailure,
  type RegisterList,
  type RegisterRecord,
  type RegisterWrite,
} from '../../base/register.ts'
import { rangeOf, rangeSchema, wire } from './etcd-keys.ts'
import { EtcdMembers } from './etcd-members.ts'
import { bePresent, withLease } from './etcd-presence.ts'
import { EtcdWatch } from './etcd-watch.ts'
import { Lasting } from './lasting.ts'

const RANGE = '/v3/kv/range'
const TXN = '/v3/kv/txn'

const txnSchema = z.looseObject({
  header: z.looseObject({ revision: z.string() }),
  succeeded: z.boolean().default(false),
  responses: z
    .array(z.looseObject({ response_range: z.looseObject({ kvs: rangeSchema.shape.kvs }).optional() }))
    .default([]),
})

/** Touches nothing until the first call. @throws AppError ARGUMENT_INVALID */
export function createEtcd(options: RegisterAddress, clock: Clock): Register {
  const members = new EtcdMembers(options)
  const lasting = new Lasting()

  const range = (body: unknown): Promise<z.infer<typeof rangeSchema>> =>
    members.call(rangeSchema, { path: RANGE, body, isCurrent: true })

  /** One key as it was, or what it is now. */
  const writeIf = async (
    key: string,
    compare: Readonly<Record<string, string>>,
    success: unknown,
  ): Promise<RegisterWrite> => {
    const body = {
      compare: [{ key: wire(key), result: 'EQUAL', ...compare }],
      success: [success],
      failure: [{ request_range: { key: wire(key) } }],
    }
    const done = await members.call(txnSchema, { path: TXN, body, isWrite: true, isCurrent: true })
    if (done.succeeded) return { kind: 'written', revision: Number(done.header.revision) }
    const [now] = done.responses[0]?.response_range?.kvs ?? []
    return { kind: 'refused', ...(now ? { now } : {}) }
  }

  const list = async (prefix: string, newerThan?: number): Promise<RegisterList> => {
    const only = newerThan === undefined ? {} : { min_mod_revision: String(newerThan + 1) }
    const { header, kvs } = await range({ ...rangeOf(prefix), ...only })
    const revision = Number(header.revision)
    if (newerThan !== undefined && revision < newerThan) {
      throw new RegisterFailure('gone-back', true, 'etcd knows less than it has told before.')
    }
    return { records: kvs, revision }
  }

  const create = (key: string, value: string, lease?: string): Promise<RegisterWrite> =>
    writeIf(key, { target: 'CREATE', create_revision: '0' }, { request_put: withLease(key, value, lease) })

  return {
    async read(key): Promise<RegisterRecord | undefined> {
      return (await range({ key: wire(key) })).kvs[0]
    },
    list,
    create: (key, value) => create(key, value),
    replace: (key, value, revision) =>
      writeIf(
        key,
        { target: 'MOD', mod_revision: String(revision) },
        { request_put: { key: wire(key), value: wire(value) } },
      ),
    remove: (key, revision) =>
      writeIf(
        key,
        { target: 'MOD', mod_revision: String(revision) },
        { request_delete_range: { key: wire(key) } },
      ),
    watch(prefix, since, listener) {
      return lasting.watch(
        new EtcdWatch({ members, clock, list, random: Math.random }, prefix, since, listener),
      )
    },
    async present(key, value, ttlMs) {
      const made = await bePresent({ members, clock, create }, key, value, ttlMs)
      return 'leave' in made ? lasting.present(() => made.leave()) : made
    },
    identity: () => members.identity(),
    async close() {
      await lasting.close()
      members.close()
    },
  }
}
