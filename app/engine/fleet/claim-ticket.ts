/**
 * The fleet's ticket: the right to spend one refresh token, which one node has at a time. Whoever does not get it waits for
 * the watch. It is taken over only when its owner is gone, and nobody is any worse off by then.
 */
import type { RegisterRecord } from '../../base/register.ts'
import { isUsable } from '../../model/expiry.ts'
import { type FleetTicket, parseFleetTicket, parseGrantRecord } from '../../model/fleet-record.ts'
import type { JournalEntry } from '../../model/journal-entry.ts'
import { LOCK_STALE_MS } from '../../model/refresh-policy.ts'
import { MAX_ATTEMPTS } from '../journal/tickets.ts'
import type { FleetContext } from './context.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { openAccess } from './grant-seal.ts'
import { SendWindow } from './send-window.ts'
import { writeForSure } from './write-for-sure.ts'

export interface FleetClaim {
  readonly kind: 'ours'
  readonly ticket: FleetTicket
  readonly revision: number
  readonly window: SendWindow
}

export type FleetClaimResult =
  | FleetClaim
  /** The grant is another one by now, or somebody took the ticket since: look again. */
  | { readonly kind: 'look-again' }
  /** Somebody has it. @param againMs when it may be ours */
  | { readonly kind: 'wait'; readonly node: string; readonly againMs: number }
  /** Two requests were sent, and no answer is known of: nobody sends a third. */
  | { readonly kind: 'lost' }

/** @param local the latest word of our own journal on this token @throws RegisterFailure */
export async function claimTicket(
  tools: FleetContext,
  grant: KnownGrant,
  local: JournalEntry | undefined,
): Promise<FleetClaimResult> {
  const { register, layout } = tools
  const key = layout.ticket(grant.record.fingerprint)
  const window = new SendWindow(tools)
  const ticket = newTicket(tools, grant, local ? nextAttempt(local) : 1)
  if (ticket.attempt > MAX_ATTEMPTS) return { kind: 'lost' }
  const text = JSON.stringify(ticket)
  const made = await writeForSure(tools.ports.clock, text, () => register.create(key, text))
  if (made.kind === 'written') return { kind: 'ours', ticket, revision: made.revision, window }
  const there = made.now && parseFleetTicket(made.now.value)
  if (!made.now || !there) return { kind: 'look-again' }
  const next = await whatNext(tools, grant, there, local)
  return typeof next === 'number' ? replaceTicket(tools, grant, made.now, next) : next
}

/** Ours, again or for the first time, from this moment on. @throws RegisterFailure */
export async function replaceTicket(
  tools: FleetContext,
  grant: KnownGrant,
  { key, revision }: Pick<RegisterRecord, 'key' | 'revision'>,
  attempt: number,
): Promise<FleetClaim | { readonly kind: 'look-again' }> {
  const window = new SendWindow(tools)
  const ticket = newTicket(tools, grant, attempt)
  const text = JSON.stringify(ticket)
  const made = await writeForSure(tools.ports.clock, text, () => tools.register.replace(key, text, revision))
  if (made.kind === 'refused') return { kind: 'look-again' }
  return { kind: 'ours', ticket, revision: made.revision, window }
}

/** Nothing was used up: anybody may try. What went before stays known. @throws RegisterFailure */
export async function releaseTicket(
  { ports, register, layout }: FleetContext,
  grant: KnownGrant,
  { ticket, revision }: FleetClaim,
): Promise<void> {
  const key = layout.ticket(grant.record.fingerprint)
  if (ticket.attempt === 1) {
    await writeForSure(ports.clock, '', () => register.remove(key, revision))
    return
  }
  const text = JSON.stringify({ ...ticket, state: 'released' })
  await writeForSure(ports.clock, text, () => register.replace(key, text, revision))
}

function newTicket(
  { ports, node, boot }: FleetContext,
  { record }: KnownGrant,
  attempt: number,
): FleetTicket {
  const nonce = ports.random.token(16)
  return { version: 1, node, boot: boot.id, nonce, attempt, generation: record.generation, state: 'asking' }
}

/** The attempt that may be made now. */
async function whatNext(
  tools: FleetContext,
  grant: KnownGrant,
  there: FleetTicket,
  local: JournalEntry | undefined,
): Promise<number | Exclude<FleetClaimResult, FleetClaim>> {
  if (there.generation < grant.record.generation) return 1 // of an answer that brought no new refresh token
  if (there.generation > grant.record.generation) return { kind: 'look-again' }
  if (there.state === 'released') return Math.max(there.attempt, local ? nextAttempt(local) : 1)
  if (there.node === tools.node) return afterOurOwn(tools, there, local)
  return afterOthers(tools, grant, there)
}

/** We hold this grant's lock on this machine, so no process of ours is in the middle of it. */
function afterOurOwn(
  { boot, seen, ports }: FleetContext,
  there: FleetTicket,
  local: JournalEntry | undefined,
): number | Exclude<FleetClaimResult, FleetClaim> {
  const isNeverSent = there.boot === boot.id && (local?.attempt ?? 0) < there.attempt
  if (isNeverSent) return there.attempt
  const againMs = local ? leftOf(local, ports.clock.now()) : seen.leftMs(there.nonce)
  if (againMs > 0) return { kind: 'wait', node: there.node, againMs }
  return there.attempt < MAX_ATTEMPTS ? there.attempt + 1 : { kind: 'lost' }
}

async function afterOthers(
  tools: FleetContext,
  grant: KnownGrant,
  there: FleetTicket,
): Promise<number | Exclude<FleetClaimResult, FleetClaim>> {
  const { ports, register, layout, seen } = tools
  const againMs = Math.max(seen.leftMs(there.nonce), lapsesInMs(tools, grant))
  if (againMs > 0) return { kind: 'wait', node: there.node, againMs }
  const present = await register.read(layout.present(grant.record.fingerprint))
  if (present) return { kind: 'wait', node: there.node, againMs: LOCK_STALE_MS }
  const now = await register.read(layout.grant(grant.id))
  if (now) tools.grants.learn(now)
  const record = now && parseGrantRecord(now.value)
  if (record?.generation !== grant.record.generation || record.state !== 'ok') return { kind: 'look-again' }
  ports.log.info('the ticket of another node is taken over', { grant: grant.id, node: there.node })
  return there.attempt < MAX_ATTEMPTS ? there.attempt + 1 : { kind: 'lost' }
}

/** Nobody gains by hurrying before that, and its owner may come back with the answer in its journal. */
function lapsesInMs({ ports, keys }: FleetContext, { id, record }: KnownGrant): number {
  const { credential } = openAccess(ports, keys, id, record)
  const nowMs = ports.clock.now()
  if (credential.expiresAtMs === undefined || !isUsable(credential, nowMs)) return 0
  return credential.expiresAtMs - nowMs
}

function nextAttempt({ attempt, state }: JournalEntry): number {
  return state === 'asking' || state === 'unknown' ? attempt + 1 : attempt
}

function leftOf({ atMs }: JournalEntry, nowMs: number): number {
  return Math.min(LOCK_STALE_MS, atMs + LOCK_STALE_MS - nowMs)
}
