/** The successor into every holder, then the journal settled. */
import type { Credential } from '../credentials/credential.ts'
import { fingerprintOf, isOurs, isStale, writeHolders } from './holders.ts'
import type { RefreshOutcome } from './outcome.ts'
import type { Look, RefreshTools } from './refresh-once.ts'

export async function storeSuccessor(
  tools: RefreshTools,
  now: Look,
  next: Credential,
  about: { readonly narrowed: readonly string[]; readonly recovered: boolean },
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  const successor = fingerprintOf(tools.ports, next) ?? grant
  const targets = now.entries.filter(
    (entry) => isOurs(entry) && (entry.fingerprint === grant || isStale(entry, next)),
  )
  const { written, troubles } = await writeHolders(tools, targets, next)
  const first = troubles[0]
  if (written.length === 0 && first) {
    return {
      kind: 'retry',
      cause: 'unwritable',
      grant,
      credential: next,
      failure: {
        ...first.failure,
        hint: first.failure.hint ?? 'The new tokens are kept in the journal until the file can be written.',
      },
    }
  }
  tools.unsaved.delete(grant)
  // A token that did not rotate may be sent again; one that did is used up for good.
  if (successor === grant) await tools.journal.forget(grant)
  else await tools.journal.spent(grant)
  if (written.length === 0) return { kind: 'superseded', grant }
  return { kind: 'refreshed', credential: next, grant, successor, written, troubles, ...about }
}
