/**
 * A login of a client by itself: each access token is issued anew (RFC 6749 §4.4, RFC 7523), nothing is spent. A reply that
 * is lost costs nothing, so there is no journal; our grant lock keeps it to one request for everybody.
 */
import { AppError, messageOf, toFailure } from '../../../base/errors.ts'
import { HttpFailure } from '../../../base/ports.ts'
import { currentCopy } from '../../../model/current-copy.ts'
import type { ResolvedProvider } from '../../../model/provider.ts'
import type { RefreshOutcome } from '../../../model/refresh-outcome.ts'
import { CALL_TIMEOUT_MS, CLIENT_REJECTED_RETRY_MS } from '../../../model/refresh-policy.ts'
import { mintToken } from '../../../oauth/client-grants.ts'
import { fingerprintOf } from '../../journal/fingerprint.ts'
import type { RefreshTarget } from '../attempt.ts'
import { checkIssuer, recordIssuer } from '../check-issuer.ts'
import { classifyAnswer, classifyFailure, type FailureClass, type ReplyClass } from '../classify-reply.ts'
import type { RefreshContext } from '../context.ts'
import { misdirectedFailure, troubleFailure, waitFailure } from '../failure-text.ts'
import { acquireGrantLock, movedOn } from '../grant-lock.ts'
import { isOurs, readHolders, writeHolders } from '../holders.ts'
import { mergeReply } from '../merge-reply.ts'
import { ownTarget, type RenewerDeps } from './own-target.ts'
import type { Renewer } from './renewer.ts'

export function clientCredentialsRenewer(deps: RenewerDeps): Renewer {
  return (profile) => {
    const target = ownTarget(deps, profile)
    return (_onStored, onAsked) => renew(deps.tools, { ...target, ...(onAsked ? { onAsked } : {}) })
  }
}

async function renew(tools: RefreshContext, target: RefreshTarget): Promise<RefreshOutcome> {
  const turn = await acquireGrantLock(tools, target)
  if (turn.kind !== 'turn') return turn.outcome
  try {
    return (await movedOn(tools, target)) ?? (await issueAnew(tools, target))
  } finally {
    await turn.lock.release()
  }
}

async function issueAnew(tools: RefreshContext, target: RefreshTarget): Promise<RefreshOutcome> {
  const entries = await readHolders(tools, target.profile.grant.entries)
  const current = entries.length === 0 ? undefined : currentCopy(entries)
  const { credential, fingerprint: grant = '' } = current ?? {}
  if (!current || !credential) return { kind: 'superseded', grant }
  let provider: ResolvedProvider
  try {
    provider = await tools.resolve(target.provider)
  } catch (error) {
    return { kind: 'retry', cause: 'transient', grant, failure: toFailure(error) }
  }
  const found = { kind: 'look', entries, current, credential, fingerprint: grant, adopt: false } as const
  const server = await checkIssuer(tools, target, provider, found)
  if (server.kind === 'ended') return server.outcome
  const meaning = await ask(tools, target, provider)
  if (meaning.kind === 'configuration')
    return { kind: 'retry', cause: 'client-rejected', grant, failure: meaning.failure }
  if (meaning.kind !== 'success') return refused(tools, provider, grant, meaning)
  const next = mergeReply(credential, meaning.reply)
  const { written, troubles, changed } = await writeHolders(tools, entries.filter(isOurs), next)
  const [trouble] = troubles
  if (written.length === 0 && trouble)
    return { kind: 'retry', cause: 'transient', grant, failure: trouble.failure, credential: next }
  if (written.length === 0 && changed.length > 0) return { kind: 'superseded', grant }
  await recordIssuer(tools, server)
  const successor = fingerprintOf(tools.ports, next) ?? grant
  return {
    kind: 'refreshed',
    credential: next,
    grant,
    successor,
    written,
    troubles,
    narrowed: [],
    recovered: false,
  }
}

type Meaning = ReplyClass | { readonly kind: 'configuration'; readonly failure: ReturnType<typeof toFailure> }

async function ask(
  { ports }: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
): Promise<Meaning> {
  try {
    const answer = await mintToken(ports, provider, { timeoutMs: CALL_TIMEOUT_MS })
    target.onAsked?.()
    return classifyAnswer(answer, provider.errorWords)
  } catch (error) {
    if (error instanceof AppError) return { kind: 'configuration', failure: toFailure(error) }
    target.onAsked?.()
    if (!(error instanceof HttpFailure)) return classifyFailure(false, messageOf(error))
    return classifyFailure(false, error.message, error) // sent or not: asking again costs nothing
  }
}

/** Nobody signed in here, so nobody has to sign in again: it is the client that is in trouble. */
function refused(
  { ports: { clock } }: RefreshContext,
  provider: ResolvedProvider,
  grant: string,
  meaning: FailureClass,
): RefreshOutcome {
  const nowMs = clock.now()
  if (meaning.kind === 'transient' || meaning.kind === 'rate-limited') {
    const failure =
      meaning.kind === 'transient' ? troubleFailure(provider, meaning) : waitFailure(provider, meaning)
    const { retryAfterMs } = meaning
    const wait = retryAfterMs === undefined ? {} : { retryAtMs: nowMs + retryAfterMs }
    return { kind: 'retry', cause: meaning.kind, grant, failure, ...wait }
  }
  const failure =
    meaning.kind === 'misdirected'
      ? misdirectedFailure(provider, meaning)
      : {
          code: 'CLIENT_REJECTED',
          message: `${provider.name} gives this client no token: ${meaning.detail}`,
          hint: `Check the client id, its secret or key, and the scopes of "${provider.id}".`,
          detail: meaning.detail,
        }
  return {
    kind: 'retry',
    cause: 'client-rejected',
    grant,
    failure,
    retryAtMs: nowMs + CLIENT_REJECTED_RETRY_MS,
  }
}
