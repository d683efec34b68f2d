/** An event that ends a command, for a person: what happened, and what to do where only they can. */
import type { HistoryEventView } from '../../contract/views.ts'
import { signInHere } from '../../model/usable-token.ts'
import { EXIT, exitCodeOfEvent } from './exit-codes.ts'

export function eventText(event: HistoryEventView): string {
  const hint = signInHint(event)
  return hint === undefined ? event.message : `${event.message}\n  ${hint}`
}

export function signInHint(event: HistoryEventView): string | undefined {
  return exitCodeOfEvent(event) === EXIT.needsLogin ? signInHere(event.profileId) : undefined
}
