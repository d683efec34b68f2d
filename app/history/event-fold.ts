/**
 * The same trouble over and over is not a line each: of repeats the 2nd, 4th, 8th and so on are written, each with how
 * many there were, and the last one when something else happens. Pure.
 */
import type { HistoryEventView, HistoryKind } from '../contract/views.ts'

type Unwritten = Omit<HistoryEventView, 'id'>

interface Run {
  readonly key: string
  times: number
  /** The newest repeat that was not written. */
  held: Unwritten | undefined
}

/** What brought nothing; whatever did something is worth its line. */
const FOLDED: ReadonlySet<HistoryKind> = new Set(['retrying', 'rejected', 'failed', 'superseded'])

export class EventFold {
  /** By profile: what happened last. */
  readonly #runs = new Map<string, Run>()

  /** What is to be written now, in order: what was held back of an earlier run, and the event, unless it is held back. */
  add(event: Unwritten): readonly Unwritten[] {
    const key = [event.kind, event.cause, event.grant, event.askedBy, event.message].join('\n')
    const run = this.#runs.get(event.profileId)
    if (run?.key !== key || !FOLDED.has(event.kind) || event.askedBy === 'person') {
      this.#runs.set(event.profileId, { key, times: 1, held: undefined })
      return run?.held ? [run.held, event] : [event]
    }
    run.times++
    const counted = { ...event, times: run.times }
    const isWritten = Number.isInteger(Math.log2(run.times))
    run.held = isWritten ? undefined : counted
    return isWritten ? [counted] : []
  }
}
