/** The request for what a fleet shares. Called only with both tickets in hand: the fleet's, and this machine's. */
import { messageOf } from '../../base/errors.ts'
import { HttpFailure, type SealingKey } from '../../base/ports.ts'
import { RegisterFailure } from '../../base/register.ts'
import type { Failure } from '../../contract/failure.ts'
import { compareAccounts } from '../../model/credential.ts'
import { parseGrantRecord } from '../../model/fleet-record.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome, RetryCause } from '../../model/refresh-outcome.ts'
import { CALL_TIMEOUT_MS, CLIENT_REJECTED_RETRY_MS, LOCK_STALE_MS } from '../../model/refresh-policy.ts'
import { refreshGrant, type TokenReply } from '../../oauth/token-endpoint.ts'
import type { Answer } from '../journal/journal.ts'
import {
  classifyAnswer,
  classifyFailure,
  type FailureClass,
  type ReplyClass,
} from '../refresh/classify-reply.ts'
import {
  clientFailure,
  endedFailure,
  lostFailure,
  misdirectedFailure,
  otherAccountFailure,
  scopeFailure,
  troubleFailure,
  unreadableFailure,
  waitFailure,
} from '../refresh/failure-text.ts'
import { keepingOldToken, lostScope, mergeReply } from '../refresh/merge-reply.ts'
import { type FleetClaim, releaseTicket } from './claim-ticket.ts'
import type { FleetContext } from './context.ts'
import { deliver } from './deliver.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { fleetFingerprint, type SharedLogin } from './grant-seal.ts'
import { fromRegister } from './register-text.ts'
import { reject } from './reject.ts'

export interface Spending {
  readonly grant: KnownGrant
  readonly login: SharedLogin
  readonly provider: ResolvedProvider
  /** Ours, for the journal. */
  readonly key: SealingKey
  readonly claim: FleetClaim
}

export async function spend(tools: FleetContext, spending: Spending): Promise<RefreshOutcome> {
  const meaning = await ask(tools, spending)
  return meaning.kind === 'success'
    ? settleSuccess(tools, spending, meaning.reply)
    : settleFailure(tools, spending, meaning)
}

async function ask({ ports }: FleetContext, { login, provider }: Spending): Promise<ReplyClass> {
  try {
    const answer = await refreshGrant(ports, provider, login.credential, { timeoutMs: CALL_TIMEOUT_MS })
    return classifyAnswer(answer, provider.errorWords)
  } catch (error) {
    if (error instanceof HttpFailure) return classifyFailure(error.left, error.message, error)
    return classifyFailure(true, messageOf(error)) // a surprise after the tickets: assume the worst
  }
}

async function settleSuccess(
  tools: FleetContext,
  { grant, login, key }: Spending,
  reply: TokenReply,
): Promise<RefreshOutcome> {
  const { ports, keys } = tools
  const spent = grant.record.fingerprint
  if (compareAccounts(login.credential.account, reply.account) === 'different') {
    return reject(tools, grant, 'other-account', otherAccountFailure(reply.account))
  }
  const kept = keepingOldToken(login.credential, reply, ports.clock.now())
  const next = kept ?? mergeReply(login.credential, reply)
  const successor = fleetFingerprint(ports, keys, next)
  const home = { provider: login.provider, holders: [] }
  await keep(tools, spent, { successor, next, key, seen: [], home })
  const refreshed = {
    kind: 'refreshed',
    credential: next,
    grant: spent,
    successor,
    written: [],
    troubles: [],
    narrowed: lostScope(login.credential, reply),
    ...(kept ? { keptOld: true } : {}),
    recovered: false,
  } as const
  try {
    const { kind } = await deliver(
      tools,
      grant.id,
      spent,
      { provider: login.provider, credential: next },
      grant,
    )
    return kind === 'delivered' ? refreshed : { kind: 'superseded', grant: spent }
  } catch (error) {
    if (!(error instanceof RegisterFailure)) throw error
    const failure = fromRegister(tools.name, error)
    return { kind: 'retry', cause: 'unwritable', grant: spent, failure, credential: next }
  }
}

/** Our journal first: no death of this process loses it then. Where no disk takes it, the register still does. */
async function keep({ journal, ports }: FleetContext, spent: string, answer: Answer): Promise<void> {
  try {
    const flush = await journal.answered(spent, answer)
    await flush()
  } catch (error) {
    ports.log.warn('the journal could not keep a successor', { grant: spent, error: messageOf(error) })
    await journal.shelter(spent, answer).catch((again: unknown) => {
      ports.log.warn('a successor is in memory only', { grant: spent, error: messageOf(again) })
    })
  }
}

async function settleFailure(
  tools: FleetContext,
  { grant, provider, claim }: Spending,
  meaning: FailureClass,
): Promise<RefreshOutcome> {
  const { journal, ports } = tools
  const spent = grant.record.fingerprint
  const nowMs = ports.clock.now()
  const retry = async (cause: RetryCause, failure: Failure, inMs?: number): Promise<RefreshOutcome> => {
    await journal.release(spent)
    await releaseTicket(tools, grant, claim)
    return {
      kind: 'retry',
      cause,
      grant: spent,
      failure,
      ...(inMs === undefined ? {} : { retryAtMs: nowMs + inMs }),
    }
  }
  switch (meaning.kind) {
    case 'reused':
    case 'rejected':
      return (
        (await raceLost(tools, grant, meaning.detail)) ??
        reject(tools, grant, meaning.kind, endedFailure(provider, meaning, claim.ticket.attempt > 1))
      )
    case 'insufficient-scope':
      return reject(tools, grant, 'insufficient-scope', scopeFailure(provider, meaning))
    case 'unknown-outcome':
    case 'unreadable': {
      const isLost = meaning.kind === 'unknown-outcome'
      const failure = isLost ? lostFailure(provider, meaning) : unreadableFailure(provider, meaning)
      await journal.unknown(spent, isLost ? undefined : failure)
      return {
        kind: 'retry',
        cause: 'unknown-outcome',
        grant: spent,
        failure,
        retryAtMs: nowMs + LOCK_STALE_MS,
      }
    }
    case 'client-rejected':
      return retry('client-rejected', clientFailure(provider, meaning), CLIENT_REJECTED_RETRY_MS)
    case 'misdirected':
      return retry('client-rejected', misdirectedFailure(provider, meaning))
    case 'rate-limited':
      return retry('rate-limited', waitFailure(provider, meaning), meaning.retryAfterMs)
    case 'transient':
      return retry('transient', troubleFailure(provider, meaning), meaning.retryAfterMs)
  }
}

/** What was refused is not what the fleet holds any more: somebody's answer, or a new login, is there. */
async function raceLost(
  tools: FleetContext,
  grant: KnownGrant,
  detail: string,
): Promise<RefreshOutcome | undefined> {
  const found = await tools.register.read(tools.layout.grant(grant.id))
  const record = found && parseGrantRecord(found.value)
  if (!record || record.generation <= grant.record.generation) return undefined
  tools.grants.learn(found)
  const message = 'Another machine was faster.'
  await tools.journal.rejected(grant.record.fingerprint, { code: 'PROVIDER_REFUSED', message, detail })
  return { kind: 'superseded', grant: grant.record.fingerprint }
}
