/** The request to the token endpoint, and what its answer means. Called only with the ticket in hand. */
import { Deadline } from '../../base/deadline.ts'
import { messageOf } from '../../base/errors.ts'
import { HttpFailure } from '../../base/ports.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import { CALL_TIMEOUT_MS } from '../../model/refresh-policy.ts'
import { refreshGrant } from '../../oauth/token-endpoint.ts'
import { writingOf } from '../../stores/store.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import { classifyAnswer, classifyFailure, type ReplyClass } from './classify-reply.ts'
import type { RefreshContext } from './context.ts'
import { readHolders, storeOf } from './holders.ts'

/** A connection that was closed once the request had left: soon enough for servers that take a token again for half a minute. */
const ASK_AGAIN_MS = 2_000
const ASK_AGAIN_SPREAD_MS = 3_000
/** Less time than this is not enough for an answer. */
const SHORTEST_CALL_MS = 5_000

/**
 * One request; one more when the connection was closed before a reply, under the same ticket. A strict server that had
 * taken the first ends the login at the second, as it would at any later one. After silence nothing is sent again yet.
 */
export async function sendUntilAnswered(
  tools: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
  now: HoldersFound,
  stillHeld: () => Promise<boolean>,
): Promise<{ readonly meaning: ReplyClass; readonly lost: boolean }> {
  const { clock, random } = tools.ports
  const limits = now.entries.map((entry) => writingOf(storeOf(tools, entry.holder)).maxHoldMs)
  const deadline = new Deadline(clock, Math.min(CALL_TIMEOUT_MS, ...limits))
  const first = await send(tools, target, provider, now, deadline.leftMs)
  if (first.kind !== 'unknown-outcome' || !first.closed) return { meaning: first, lost: false }
  await clock.sleep(ASK_AGAIN_MS + random.number() * ASK_AGAIN_SPREAD_MS)
  if (deadline.leftMs < SHORTEST_CALL_MS || !(await stillHeld()) || (await hasMoved(tools, now)))
    return { meaning: first, lost: false }
  return { meaning: await send(tools, target, provider, now, deadline.leftMs), lost: true }
}

/** Another program has stored something else meanwhile. */
async function hasMoved(tools: RefreshContext, now: HoldersFound): Promise<boolean> {
  const entries = await readHolders(tools, now.entries)
  return entries.some((entry) => entry.fingerprint !== undefined && entry.fingerprint !== now.fingerprint)
}

async function send(
  tools: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
  now: HoldersFound,
  timeoutMs: number,
): Promise<ReplyClass> {
  try {
    const answer = await refreshGrant(tools.ports, provider, now.credential, { timeoutMs })
    target.onAsked?.()
    return classifyAnswer(answer, provider.errorWords)
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.left) target.onAsked?.()
    if (error instanceof HttpFailure) return classifyFailure(error.left, error.message, error)
    return classifyFailure(true, messageOf(error)) // a surprise after the ticket: assume the worst
  }
}
