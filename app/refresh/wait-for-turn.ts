/** The grant's lock, or a reason why it is not needed: waiters watch the credential, not the queue. */
import { isUsable, sameTokens } from '../credentials/expiry.ts'
import type { HeldLock, Ports } from '../ports.ts'
import { currentOf } from '../profiles/grant.ts'
import type { Profile } from '../profiles/profile.ts'
import { readHolders, storeOf } from './holders.ts'
import type { RefreshOutcome } from './outcome.ts'
import { WAIT_MS } from './policy.ts'
import type { RefreshTarget, RefreshTools } from './refresh-once.ts'

/** A safety net under the watch, which some file systems lack. */
const POLL_MS = 50

/** One lock for each profile, whatever its tokens are by now. */
export function grantLockName(ports: Pick<Ports, 'random'>, profile: Profile): string {
  return `grant-${ports.random.fingerprint(`grant ${profile.provider} ${profile.id}`)}`
}

export type Turn =
  | { readonly kind: 'turn'; readonly lock: HeldLock }
  | { readonly kind: 'not-needed'; readonly outcome: RefreshOutcome }

export async function waitForTurn(tools: RefreshTools, target: RefreshTarget): Promise<Turn> {
  const name = grantLockName(tools.ports, target.profile)
  const first = await tools.ports.lock.tryAcquire(name)
  if (first) return { kind: 'turn', lock: first }

  const { clock, random } = tools.ports
  const deadline = clock.now() + WAIT_MS
  const stores = new Set(target.profile.grant.entries.map((entry) => storeOf(tools, entry.holder)))
  let wake = new AbortController()
  const unwatch = [...stores].map((store) => store.watch(() => wake.abort()))
  try {
    while (clock.now() < deadline) {
      const moved = await movedOn(tools, target)
      if (moved) return { kind: 'not-needed', outcome: moved }
      await clock.sleep(POLL_MS * (0.8 + 0.4 * random.number()), wake.signal)
      if (wake.signal.aborted) wake = new AbortController()
      const lock = await tools.ports.lock.tryAcquire(name)
      if (lock) return { kind: 'turn', lock }
    }
  } finally {
    for (const stop of unwatch) stop()
  }
  return { kind: 'not-needed', outcome: await stuck(tools, target, name) }
}

async function movedOn(tools: RefreshTools, target: RefreshTarget): Promise<RefreshOutcome | undefined> {
  const entries = await readHolders(tools, [target.profile.grant.current])
  if (entries.length === 0) return undefined
  const { credential, fingerprint } = currentOf(entries)
  if (!credential || sameTokens(credential, target.seen)) return undefined
  if (!isUsable(credential, tools.ports.clock.now())) return undefined
  return { kind: 'adopted', credential, grant: fingerprint ?? '', raced: false, repaired: [] }
}

async function stuck(tools: RefreshTools, target: RefreshTarget, name: string): Promise<RefreshOutcome> {
  const holder = await tools.ports.lock.holder(name)
  return {
    kind: 'retry',
    cause: 'locked',
    grant: target.profile.grant.current.fingerprint ?? '',
    failure: {
      code: 'STORE_LOCKED',
      message: 'Another process has been refreshing this login for longer than a refresh takes.',
      hint: holder
        ? `Process ${holder.pid} holds the lock. Lamplighter tries again by itself.`
        : 'Lamplighter tries again by itself.',
    },
  }
}
