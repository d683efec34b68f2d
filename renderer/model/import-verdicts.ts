/** What bringing a login over would mean: shape, word and tone for each verdict, and what to show first. */
import type { ImportPlanView, ImportRowView, ImportVerdict } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import type { Mark } from '../format/labels.ts'

const VERDICT: Readonly<Record<ImportVerdict, Mark>> = {
  new: { shape: 'plus', tone: 'good', word: t('new') },
  newer: { shape: 'disc', tone: 'good', word: t('newer') },
  'other-account': { shape: 'diamond-open', tone: 'other', word: t('other account') },
  fork: { shape: 'triangle', tone: 'next', word: t('two owners') },
  expired: { shape: 'ring', tone: 'quiet', word: t('expired') },
  older: { shape: 'half', tone: 'quiet', word: t('older') },
  same: { shape: 'dash', tone: 'quiet', word: t('same') },
  unreadable: { shape: 'cross', tone: 'quiet', word: t('not readable') },
}

/** What can be done comes before what needs nothing. */
const ORDER = Object.keys(VERDICT) as readonly ImportVerdict[]

export function verdictMark(verdict: ImportVerdict): Mark {
  return VERDICT[verdict]
}

export function orderedRows(plan: ImportPlanView): readonly ImportRowView[] {
  return [...plan.rows].sort(
    (a, b) =>
      Number(b.selectable) - Number(a.selectable) || ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict),
  )
}

/** "2 new", "1 newer": in the same order. */
export function verdictCounts(
  plan: ImportPlanView,
): readonly { readonly word: string; readonly count: number }[] {
  return ORDER.map((verdict) => ({
    word: VERDICT[verdict].word,
    count: plan.rows.filter((row) => row.verdict === verdict).length,
  })).filter(({ count }) => count > 0)
}

/** What is chosen before the person says anything. A second owner is never among it. */
export function suggestedRows(plan: ImportPlanView): ReadonlySet<string> {
  return new Set(
    plan.rows.filter((row) => row.selectable && row.suggested && row.verdict !== 'fork').map((row) => row.id),
  )
}

/** "OpenClaw · main, OpenClaw · research and 13 more" */
export function targetsText(targets: readonly string[], most = 2): string {
  const named = targets.map((target) => known(target))
  if (named.length <= most + 1) return listed(named)
  return t('{targets} and {count} more', {
    targets: named.slice(0, most).join(', '),
    count: targets.length - most,
  })
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join()
    : t('{words} and {last}', { words: words.slice(0, -1).join(', '), last: words.at(-1) })
}
