/** The one thing that mends a problem, as a button. */
import type { ProblemView } from '../../app/contract/problems.ts'
import { t } from '../../app/words/t.ts'
import { mendOf, problemTitle } from '../model/problems.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { mending } from './problem-items.ts'

export function ProblemAction(props: { problem: ProblemView; className: string; tabIndex?: 0 | -1 }) {
  const { problem, className, tabIndex } = props
  const actions = useActions()
  const looking = useAppState((state) => state.lookingAgain)
  const mend = mendOf(problem)
  const { label, run } = mending(problem, mend, actions)
  const about = `${label}: ${problemTitle(problem)}`
  if (mend === 'command' && problem.failure.command !== undefined) {
    return (
      <CopyButton
        text={problem.failure.command}
        label={label}
        className={className}
        about={about}
        {...(tabIndex === undefined ? {} : { tabIndex })}
      />
    )
  }
  const busy = mend === 'look' && looking
  return (
    <button
      type="button"
      className={`button ${className}`}
      tabIndex={tabIndex}
      aria-disabled={busy}
      aria-label={about}
      onClick={() => (busy ? undefined : run())}
    >
      {busy ? t('Looking…') : label}
    </button>
  )
}
