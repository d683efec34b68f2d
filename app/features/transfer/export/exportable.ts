/** What may leave this machine in a file, and what may not. Pure. */

import { boundToClient } from '../../../model/bound-to-client.ts'
import { wouldFork } from '../../../model/fork.ts'
import type { JournalEntry } from '../../../model/journal-entry.ts'
import type { Profile } from '../../../model/profile.ts'
import type { Provider } from '../../../model/provider.ts'
import type { Snapshot } from '../../../model/snapshot.ts'

export type Exportable =
  | { readonly kind: 'free' }
  /** Two machines would hold what only one may: only when the person asks for it. */
  | { readonly kind: 'fork'; readonly why: string }
  /** Bound to this machine, or of no use on another. */
  | { readonly kind: 'bound'; readonly why: string }

const NO_SECRET = 'Its tokens are out of reach: another program keeps them.'

/** @param tickets what the journal knows of the tokens that are stored */
export function exportableOf(
  { grant: { current } }: Profile,
  provider: Provider | undefined,
  tickets: Snapshot['tickets'],
): Exportable {
  const { credential, owner, mode } = current
  if (current.problem) return { kind: 'bound', why: current.problem.message }
  if (!credential) return { kind: 'bound', why: current.note ?? NO_SECRET }
  if (mode === 'watched' && owner !== 'OpenClaw') {
    return { kind: 'bound', why: `${owner} keeps and renews it; a copy would end that login.` }
  }
  if (mode === 'borrowed') {
    return {
      kind: 'bound',
      why: `It is borrowed from ${owner}, which renews it for this machine only. Export it there.`,
    }
  }
  if (current.client) return { kind: 'bound', why: boundToClient(current) }
  if (current.spent) {
    return { kind: 'bound', why: 'Its refresh token is used up. Sign in again on the other machine.' }
  }
  const ended = current.ended ?? refusalOf(tickets.get(current.fingerprint ?? ''))
  if (ended !== undefined) return { kind: 'bound', why: `${ended} Sign in again on the other machine.` }
  if (!wouldFork(credential, provider)) return { kind: 'free' }
  const rule =
    provider?.rotation === 'always'
      ? `${provider.name} accepts each refresh token once: a copy would end it here or there.`
      : `${provider?.name ?? 'Its provider'} may accept each refresh token only once: a copy would end it here or there.`
  return { kind: 'fork', why: `${rule} Sign in again on the other machine.` }
}

function refusalOf(ticket: JournalEntry | undefined): string | undefined {
  if (ticket?.state !== 'rejected') return undefined
  return ticket.failure?.message ?? 'Its provider has refused it.'
}
