/** Renewing what the fleet shares: the newest of its record into our vault, and a keeper asks for a newer one when it is due. */

import { toFailure } from '../../base/errors.ts'
import type { Failure } from '../../contract/failure.ts'
import { ENDED } from '../../engine/fleet/outcomes.ts'
import { fromRegister } from '../../engine/fleet/register-text.ts'
import { fingerprintOf } from '../../engine/journal/fingerprint.ts'
import type { RenewRequest } from '../../engine/refresh/renewers/renewer.ts'
import type { Credential } from '../../model/credential.ts'
import { isUsable, sameTokens } from '../../model/expiry.ts'
import type { Holder, Lender } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import { writeKept } from '../nodes/borrow/moved-files.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import type { FleetSession } from './session.ts'

/** Who asks when the watch has told: nothing is asked for then. */
export const NEWS = 'fleet'
/** A keeper renews it, and is asleep or away: it is heard of by the watch. */
const LOOK_AGAIN_MS = 60_000

export async function renewShared(
  deps: NodeDeps,
  session: FleetSession,
  profile: Profile,
  wish: RenewRequest,
): Promise<RefreshOutcome> {
  const entry = profile.grant.entries.find(({ lender }) => lender?.fleet !== undefined)
  const grant = profile.grant.current.fingerprint ?? ''
  if (!entry?.lender) return { kind: 'superseded', grant }
  const about = { deps, profile, holder: entry.holder, lender: entry.lender, grant }
  const old = (await deps.vault.read(entry.holder))?.credential
  const now = session.node.login(entry.lender.profile)?.credential
  if (!old) return { kind: 'superseded', grant }
  if (now && !sameTokens(now, old) && (wish.askedBy === NEWS || isUsable(now, deps.ports.clock.now(), 1))) {
    return adopt(about, old, now)
  }
  if (wish.askedBy === NEWS) return { kind: 'superseded', grant }
  if (session.refused) return waits(about, toFailure(session.refused))
  if (session.membership.role === 'reader')
    return fromAKeeper(about, session, old, { now, waits: wish.askedBy !== 'schedule' })
  const outcome = await session.node.refresh(entry.lender.profile, now ?? { generation: 0 })
  switch (outcome.kind) {
    case 'refreshed': {
      const adopted = await adopt(about, old, outcome.credential)
      if (adopted.kind !== 'adopted') return adopted
      const { credential, successor = grant } = adopted
      return { ...outcome, credential, grant, successor, written: [entry.holder] }
    }
    case 'adopted':
      return adopt(about, old, outcome.credential)
    case 'retry':
      // What came, and could not be passed on: it works here all the same.
      if (outcome.credential) await adopt(about, old, outcome.credential)
      return { ...withoutTokens(outcome), grant }
    case 'rejected':
      await end(about, old, outcome.failure)
      return { ...outcome, grant }
    default:
      return { ...outcome, grant }
  }
}

interface About {
  readonly deps: NodeDeps
  readonly profile: Profile
  readonly holder: Holder
  readonly lender: Lender
  readonly grant: string
}

/** Into our vault, and into the files that gave up their refresh token. */
async function adopt(
  { deps, profile, holder, lender, grant }: About,
  old: Credential,
  next: Credential,
): Promise<RefreshOutcome> {
  const credential = withoutRefreshToken(next)
  const { ended: _, ...working } = lender
  const result = await deps.vault.renew(holder, credential, old, working)
  const isThere = result === 'written' || (await isHeldAlready(deps, holder, credential))
  if (!isThere) return { kind: 'superseded', grant }
  await writeKept(deps, profile, lender, credential)
  const successor = fingerprintOf(deps.ports, credential)
  return {
    kind: 'adopted',
    credential,
    grant,
    ...(successor === undefined ? {} : { successor }),
    foundIn: lender.name,
    lentBy: lender.name,
    raced: false,
    repaired: [],
  }
}

/** Another process of this machine was faster. */
async function isHeldAlready({ vault }: NodeDeps, holder: Holder, credential: Credential): Promise<boolean> {
  const now = (await vault.read(holder))?.credential
  return now !== undefined && sameTokens(now, credential)
}

/** From now on it says so, until somebody signs in anew. */
async function end(
  { deps, holder, lender }: Omit<About, 'profile' | 'grant'>,
  old: Credential,
  { message }: Failure,
): Promise<void> {
  await deps.vault.renew(holder, old, old, { ...lender, ended: message })
}

/** Another machine was told that the provider has ended it. */
export async function endShared(deps: NodeDeps, profile: Profile): Promise<void> {
  const entry = profile.grant.entries.find(({ lender }) => lender?.fleet !== undefined)
  if (!entry?.lender || !entry.credential || entry.lender.ended !== undefined) return
  await end({ deps, holder: entry.holder, lender: entry.lender }, entry.credential, ENDED)
  await deps.look()
}

async function fromAKeeper(
  about: About,
  session: FleetSession,
  old: Credential,
  { now, waits: isAwaited }: { readonly now: Credential | undefined; readonly waits: boolean },
): Promise<RefreshOutcome> {
  const { grants } = session.node
  const seen = now?.generation ?? 0
  const isNews = ({ record }: { readonly record: { readonly generation: number } }) =>
    record.generation > seen
  const { name } = about.lender
  if (grants.behind) return waits(about, fromRegister(name, grants.behind))
  // The schedule need not wait: the watch tells.
  const isLapsed = isAwaited && !isUsable(old, about.deps.ports.clock.now())
  const news = isLapsed ? await grants.waitFor(about.lender.profile, isNews, WAIT_MS) : undefined
  const next = news && session.node.login(about.lender.profile)?.credential
  if (next) return adopt(about, old, next)
  const message = `Waiting for a machine of the fleet ${name} that may renew it: this one only reads.`
  return waits(about, { code: 'FLEET_UNREACHABLE', message })
}

function waits({ deps, grant }: About, failure: Failure): RefreshOutcome {
  const retryAtMs = deps.ports.clock.now() + LOOK_AGAIN_MS
  return { kind: 'retry', cause: 'transient', grant, retryAtMs, failure }
}

export function withoutRefreshToken({ refreshToken: _, idToken: __, ...rest }: Credential): Credential {
  return rest
}

function withoutTokens<T extends { readonly credential?: Credential }>({
  credential: _,
  ...rest
}: T): Omit<T, 'credential'> {
  return rest
}
