/** The grant's lock, or a reason why it is not needed: waiters watch the credential, not the queue. */

import { Deadline } from '../../base/deadline.ts'
import { folderOf } from '../../base/path.ts'
import type { HeldLock, Ports } from '../../base/ports.ts'
import { isUsable, sameTokens } from '../../model/expiry.ts'
import type { Profile } from '../../model/profile.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { RenewTarget } from './attempt.ts'
import type { RefreshContext } from './context.ts'
import { foundAt, readHolder } from './holders.ts'

/** No lock is taken away from a holder before, and by then most have finished: news of that comes by the watch. */
const FIRST_POLL_MS = 50
/** How soon a holder's death is noticed, which no watch tells; and a safety net where there is none at all. */
const POLL_MS = 10

/** One lock for each profile, whatever its tokens are by now. */
export function grantLockName(
  ports: Pick<Ports, 'random'>,
  profile: Pick<Profile, 'provider' | 'id'>,
): string {
  return `grant-${ports.random.fingerprint(`grant ${profile.provider} ${profile.id}`)}`
}

export type GrantLockResult =
  | { readonly kind: 'turn'; readonly lock: HeldLock }
  | { readonly kind: 'not-needed'; readonly outcome: RefreshOutcome }

export async function acquireGrantLock(tools: RefreshContext, target: RenewTarget): Promise<GrantLockResult> {
  const name = grantLockName(tools.ports, target.profile)
  const first = await tools.ports.lock.tryAcquire(name)
  if (first) return { kind: 'turn', lock: first }

  const { clock, files, random } = tools.ports
  const deadline = new Deadline(clock, WAIT_MS)
  let pollMs = FIRST_POLL_MS
  let isNews = true
  let wake = (): void => undefined
  // The one file is enough, and a store's own watch looks at all of them: sixteen waiters would keep a machine busy.
  const unwatch = files.watch(folderOf(target.profile.grant.current.holder.path), () => {
    isNews = true
    wake()
  })
  const over = new AbortController()
  let pause: Promise<'over'> | undefined
  try {
    while (!deadline.isOver) {
      const changed = new Promise<'changed'>((resolve) => (wake = () => resolve('changed')))
      if (isNews) {
        isNews = false
        const moved = await movedOn(tools, target)
        if (moved) return { kind: 'not-needed', outcome: moved }
      }
      pause ??= clock.sleep(pollMs * (0.8 + 0.4 * random.number()), over.signal).then(() => 'over')
      if ((await Promise.race([pause, changed])) === 'changed') continue // look at it before asking for the lock
      pause = undefined
      pollMs = POLL_MS
      const lock = await tools.ports.lock.tryAcquire(name)
      if (lock) return { kind: 'turn', lock }
    }
  } finally {
    setImmediate(() => {
      unwatch() // whoever waits for the answer need not wait for this
      over.abort()
    })
  }
  return { kind: 'not-needed', outcome: await stuck(tools, target, name) }
}

/** Something else is stored than what the caller saw, and it works: that is used, and nothing is asked for. */
export async function movedOn(
  tools: RefreshContext,
  target: RenewTarget,
): Promise<Extract<RefreshOutcome, { kind: 'adopted' }> | undefined> {
  const current = await readHolder(tools, target.profile.grant.current)
  const credential = current?.credential
  if (!credential || sameTokens(credential, target.seen)) return undefined
  if (!isUsable(credential, tools.ports.clock.now())) return undefined
  const grant = target.profile.grant.current.fingerprint ?? ''
  return { kind: 'adopted', credential, grant, ...foundAt(current), raced: false, repaired: [] }
}

async function stuck(tools: RefreshContext, target: RenewTarget, name: string): Promise<RefreshOutcome> {
  const holder = await tools.ports.lock.holder(name)
  return {
    kind: 'retry',
    cause: 'locked',
    grant: target.profile.grant.current.fingerprint ?? '',
    failure: {
      code: 'STORE_LOCKED',
      message: 'Another process has been renewing this login for longer than a renewal takes.',
      ...(holder ? { hint: `Process ${holder.pid} holds the lock.` } : {}),
    },
  }
}
