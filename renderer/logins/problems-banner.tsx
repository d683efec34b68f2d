/** What is wrong with the machine rather than with one login. Calm: one line, the rest behind it. */
import { useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { InfoIcon } from '../ui/icons.tsx'

export function ProblemsBanner() {
  const problems = useAppState((state) => state.overview && problemsOf(state.overview))
  const [open, setOpen] = useState(false)
  const first = problems?.[0]
  if (!problems || !first) return null
  return (
    <section className="banner" aria-label={t('Problems')}>
      <InfoIcon />
      <div className="banner-text">
        {open ? (
          problems.map((problem) => <FailureNote key={problem.code + problem.message} failure={problem} />)
        ) : (
          <p className="clip" title={known(first.message)}>
            {known(first.message)}
          </p>
        )}
      </div>
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open
          ? t('Less')
          : problems.length > 1
            ? t('{count} more', { count: problems.length - 1 })
            : t('What to do')}
      </button>
    </section>
  )
}

/** The overview's own and those of the places it looked at, each once. */
export function problemsOf(overview: OverviewView): readonly Failure[] {
  const all = [...overview.problems, ...overview.places.flatMap((place) => place.problem ?? [])]
  return [...new Map(all.map((problem) => [problem.code + problem.message, problem])).values()]
}
