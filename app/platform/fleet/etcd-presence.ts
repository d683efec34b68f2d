/** A key that goes by itself when its process goes: bound to a lease, which is kept alive meanwhile. */
import { z } from 'zod'
import type { Clock } from '../../base/ports.ts'
import type { Presence, RegisterRecord, RegisterWrite } from '../../base/register.ts'
import { wire } from './etcd-keys.ts'
import type { EtcdMembers } from './etcd-members.ts'

const grantSchema = z.looseObject({ ID: z.string() })
const anything = z.looseObject({})

export interface PresenceDeps {
  readonly members: EtcdMembers
  readonly clock: Clock
  readonly create: (key: string, value: string, lease: string) => Promise<RegisterWrite>
}

/** @throws RegisterFailure */
export async function bePresent(
  { members, clock, create }: PresenceDeps,
  key: string,
  value: string,
  ttlMs: number,
): Promise<Presence | { readonly now: RegisterRecord }> {
  const over = new AbortController()
  const call = (path: string, body: unknown): Promise<unknown> => members.call(anything, { path, body })
  const TTL = String(Math.ceil(ttlMs / 1000))
  const { ID } = await members.call(grantSchema, { path: '/v3/lease/grant', body: { TTL, ID: '0' } })
  const leave = async (): Promise<void> => {
    over.abort()
    await call('/v3/lease/revoke', { ID }).catch(goesByItself)
  }
  try {
    const made = await create(key, value, ID)
    if (made.kind === 'refused' && made.now) {
      await leave()
      return { now: made.now }
    }
  } catch (error) {
    await leave()
    throw error
  }
  void keepAlive()
  return { leave }

  async function keepAlive(): Promise<void> {
    for (;;) {
      await clock.sleep(ttlMs / 3, over.signal)
      if (over.signal.aborted) return
      await call('/v3/lease/keepalive', { ID }).catch(goesByItself)
    }
  }
}

/** Who waits for this presence waits for longer than it takes to lapse. */
function goesByItself(): void {
  // nothing is permitted because of it
}

export function withLease(key: string, value: string, lease?: string): Readonly<Record<string, string>> {
  return { key: wire(key), value: wire(value), ...(lease === undefined ? {} : { lease }) }
}
