/** Which refresh token came from which: the chain behind the present one, as far as the history tells. */
import type { HistoryEventView } from '../../app/contract/views.ts'

export interface LineageStep {
  readonly fingerprint: string
  /** What brought it; undefined where the history does not reach, or another program did it. */
  readonly event: HistoryEventView | undefined
}

/** @returns newest first; the last step is the oldest token that is known */
export function lineage(
  events: readonly HistoryEventView[],
  profileId: string,
  fingerprint: string,
): readonly LineageStep[] {
  const brought = new Map<string, HistoryEventView>()
  for (const event of events) {
    // A provider that keeps its refresh token answers with the same one: that is no step.
    if (event.profileId !== profileId || !event.successor || event.successor === event.grant) continue
    const known = brought.get(event.successor)
    if (!known || broughtItRather(event, known)) brought.set(event.successor, event)
  }
  const steps: LineageStep[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = fingerprint; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const event = brought.get(at)
    steps.push({ fingerprint: at, event })
    at = event?.grant
  }
  return steps
}

/** The first four digits tell the tokens of one chain apart. */
export function shortPrint(fingerprint: string): string {
  return fingerprint.slice(0, 4)
}

/** Whoever adopted a token did not bring it, where the history knows who did; else the latest. */
function broughtItRather(event: HistoryEventView, known: HistoryEventView): boolean {
  const adopted = event.kind === 'adopted'
  return adopted === (known.kind === 'adopted') ? known.atMs < event.atMs : !adopted
}
