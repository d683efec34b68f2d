/** A new etcd, which asks nobody who they are, gets its first user, and from then on takes nobody else's word. */
import { AppError } from '../../base/errors.ts'
import type { Clock } from '../../base/ports.ts'
import { RegisterFailure } from '../../base/register.ts'
import { errorIn, failureOf, strangeReply, unreached } from './etcd-errors.ts'
import { EtcdTransport } from './etcd-transport.ts'

const TIMEOUT_MS = 4_000
const LOOK_AGAIN_MS = 200

export interface NewEtcd {
  readonly member: string
  readonly ca: string
  readonly user: string
  readonly password: { expose(): string }
}

/** Again is fine: what was done is found done. @throws RegisterFailure; `denied` when it has other users already; AppError HOST_GONE when `signal` aborted */
export async function bootstrapEtcd(
  { member, ca, user, password }: NewEtcd,
  clock: Clock,
  { waitMs, signal }: { readonly waitMs: number; readonly signal?: AbortSignal },
): Promise<void> {
  const transport = new EtcdTransport(ca)
  const ask = async (path: string, body: unknown, isFine?: RegExp): Promise<void> => {
    const reply = await transport
      .post({ member, path, body, token: undefined, timeoutMs: TIMEOUT_MS })
      .catch((error: unknown) => {
        throw unreached(error, false)
      })
    const error = errorIn(reply.body)
    if (error && !isFine?.test(error.message)) throw failureOf(error, false)
    if (!error && reply.status !== 200) throw strangeReply(reply, false)
  }
  /** Whether it asks who we are already. */
  const isGuarded = async (): Promise<boolean> => {
    try {
      await ask('/v3/auth/user/list', {})
      return false
    } catch (error) {
      if (error instanceof RegisterFailure && error.reason === 'denied') return true
      throw error
    }
  }
  try {
    await untilReached(clock, waitMs, signal, () => ask('/v3/auth/authenticate', {}, /.*/))
    if (!(await isGuarded())) {
      const isThere = /already exists|already granted/
      await ask('/v3/auth/user/add', { name: user, password: password.expose() }, isThere)
      await ask('/v3/auth/user/changepw', { name: user, password: password.expose() })
      await ask('/v3/auth/role/add', { name: 'root' }, isThere)
      await ask('/v3/auth/user/grant', { user, role: 'root' }, isThere)
      await ask('/v3/auth/enable', {})
    }
    await ask('/v3/auth/authenticate', { name: user, password: password.expose() })
  } finally {
    transport.close()
  }
}

async function untilReached(
  clock: Clock,
  waitMs: number,
  signal: AbortSignal | undefined,
  look: () => Promise<void>,
): Promise<void> {
  for (const until = clock.now() + waitMs; ; ) {
    try {
      return await look()
    } catch (error) {
      if (signal?.aborted)
        throw new AppError('HOST_GONE', 'Stopped before etcd was there. Found again to go on.')
      if (clock.now() > until) throw error
      await clock.sleep(LOOK_AGAIN_MS, signal)
    }
  }
}
