/** How many logins need a person, on the dock or taskbar where there is one. */
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

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
  return (overview) => {
    const count = deps.welcomed() ? needing(overview) : 0
    if (count === shown) return
    shown = count
    deps.setCount(count)
    deps.mark(
      count === 0
        ? undefined
        : t('{count, plural, one {# login needs} other {# logins need}} you', { count }),
    )
  }
}

function needing({ profiles }: OverviewView): number {
  return profiles.filter(({ status }) => status.kind === 'needs-login').length
}
