/**
 * One attempt from start to finish:
 * the grant's turn -> foreign locks -> re-read -> adopt, or: ticket -> request -> journal -> every holder -> settle.
 * A refresh token is spent only here.
 */

import { toFailure } from '../../base/errors.ts'
import { currentCopy } from '../../model/current-copy.ts'
import { isUsable, sameTokens } from '../../model/expiry.ts'
import type { HeldEntry } from '../../model/holder.ts'
import { isSameClient, type ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import { checkIssuer, recordIssuer } from './check-issuer.ts'
import { claimRefreshToken } from './claim.ts'
import type { RefreshContext } from './context.ts'
import { acquireGrantLock } from './grant-lock.ts'
import { foundAt, isOurs, isStale, lockHolders, readHolders, writeHolders } from './holders.ts'
import { findUnfinished, recoverRefresh, storeUnfinished } from './recover.ts'
import { sendRefresh } from './send.ts'

export async function refreshOnce(tools: RefreshContext, target: RefreshTarget): Promise<RefreshOutcome> {
  const turn = await acquireGrantLock(tools, target)
  if (turn.kind !== 'turn') return turn.outcome
  try {
    return await duringOurTurn(tools, target)
  } finally {
    await turn.lock.release()
  }
}

async function duringOurTurn(tools: RefreshContext, target: RefreshTarget): Promise<RefreshOutcome> {
  const known = target.profile.grant.entries
  const unfinished = await findUnfinished(tools, known)
  if (unfinished !== undefined) {
    return (
      (await recoverRefresh(tools, known, unfinished, WAIT_MS)) ?? { kind: 'superseded', grant: unfinished }
    )
  }
  let isResolved = false
  const resolving = tools.resolve(target.provider) // may ask the network: before the foreign locks, not under them
  resolving.then(
    () => (isResolved = true),
    () => undefined, // told where it is awaited, if it is needed at all
  )
  const first = await look(tools, target, known)
  if (first.kind === 'gone')
    return { kind: 'superseded', grant: target.profile.grant.current.fingerprint ?? '' }
  if (first.kind === 'busy') return first.outcome
  if (first.adopt && !first.entries.some((entry) => isStale(entry, first.current)))
    return adopted(target, first, [])

  const tookTime = !isResolved
  let provider: ResolvedProvider
  try {
    provider = await resolving
  } catch (error) {
    return { kind: 'retry', cause: 'transient', grant: first.fingerprint, failure: toFailure(error) }
  }
  const server = await checkIssuer(tools, target, provider, first)
  if (server.kind === 'ended') return server.outcome
  let foreign: Awaited<ReturnType<typeof lockHolders>>
  try {
    foreign = await lockHolders(tools, first.entries.filter(isOurs), WAIT_MS)
  } catch (error) {
    return { kind: 'retry', cause: 'locked', grant: first.fingerprint, failure: toFailure(error) }
  }
  try {
    const now = tookTime || foreign.anyTaken ? await look(tools, target, known) : first
    if (now.kind === 'gone') return { kind: 'superseded', grant: first.fingerprint }
    if (now.kind === 'busy') return now.outcome
    if (now.adopt) {
      const stale = now.entries.filter((entry) => isOurs(entry) && isStale(entry, now.current))
      return adopted(target, now, (await writeHolders(tools, stale, now.credential)).written)
    }
    // Its owner has signed in anew meanwhile, with another client: who asks is not who was looked up.
    if (!isSameClient(now.current.client, target.profile.grant.current.client))
      return { kind: 'superseded', grant: first.fingerprint }
    const outcome = await ask(tools, target, provider, now, () => foreign.stillHeld())
    if (outcome.kind === 'refreshed') await recordIssuer(tools, server)
    return outcome
  } finally {
    await foreign.release()
  }
}

async function ask(
  tools: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
  now: HoldersFound,
  stillHeld: () => Promise<boolean>,
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  const finish = async (): Promise<RefreshOutcome> =>
    (await storeUnfinished(tools, now.entries, grant)) ?? { kind: 'superseded', grant }
  if (tools.unsaved.has(grant)) return finish()
  const claim = await claimRefreshToken(tools, target, grant)
  if (claim.kind === 'ended') return claim.outcome
  if (claim.kind === 'answered') return finish()
  if (claim.kind === 'look-again') return { kind: 'superseded', grant }
  try {
    return await sendRefresh(tools, target, provider, now, claim.attempt, stillHeld)
  } finally {
    tools.journal.abandon(grant)
  }
}

async function look(
  tools: RefreshContext,
  target: RefreshTarget,
  known: readonly HeldEntry[],
): Promise<HoldersFound | { kind: 'gone' } | { kind: 'busy'; outcome: RefreshOutcome }> {
  const entries = await readHolders(tools, known)
  if (entries.length === 0) return { kind: 'gone' }
  const current = currentCopy(entries)
  const { credential, fingerprint } = current
  if (!isOurs(current) || !credential?.refreshToken || fingerprint === undefined) {
    const failure = current.problem ?? {
      code: 'NOT_REFRESHABLE',
      message: current.note ?? `${current.owner} is looking after this login now.`,
    }
    const grant = fingerprint ?? target.profile.grant.current.fingerprint ?? ''
    return { kind: 'busy', outcome: { kind: 'retry', cause: 'locked', grant, failure } }
  }
  const adopt = !sameTokens(credential, target.seen) && isUsable(credential, tools.ports.clock.now())
  return { kind: 'look', entries, current, credential, fingerprint, adopt }
}

function adopted(
  target: RefreshTarget,
  { credential, current }: HoldersFound,
  repaired: readonly HeldEntry['holder'][],
): RefreshOutcome {
  const grant = target.profile.grant.current.fingerprint ?? ''
  return { kind: 'adopted', credential, grant, ...foundAt(current), raced: false, repaired }
}
