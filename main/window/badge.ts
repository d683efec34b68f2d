/** How many logins and files need a person, on the dock or taskbar where there is one. */
import { needingYou } from '../../app/contract/problems.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { needsYou } from '../../app/words/needs-you.ts'
import { numberText } from '../../app/words/t.ts'

export interface BadgeDeps {
  /** The person has pressed "Begin": nobody is told of anything before. */
  readonly welcomed: () => boolean
  /** The dock of macOS, and launchers of Linux that count. */
  readonly setCount: (count: number) => void
  /** The window's button on the taskbar of Windows. @param words undefined: nothing to say */
  readonly mark: (words: string | undefined) => void
}

export function createBadge(deps: BadgeDeps): (overview: OverviewView) => void {
  let shown = 0
  let marked: string | undefined
  return (overview) => {
    const needing = needingYou(overview)
    const count = deps.welcomed() ? needing.count : 0
    const words = count === 0 ? undefined : needsYou(needing, numberText(count))
    if (count !== shown) deps.setCount(count)
    if (words !== marked) deps.mark(words)
    shown = count
    marked = words
  }
}
