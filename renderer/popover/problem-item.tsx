/** A file that needs somebody, or is worth a look: what to do about it is read in the window. */
import { t } from '../../app/words/t.ts'
import { problemTitle } from '../model/problems.ts'
import { FileTile } from '../ui/tile.tsx'
import type { ProblemPressing } from './popover-rows.ts'
import { usePopover } from './popover-state.ts'

export function ProblemItem(props: { row: ProblemPressing }) {
  const { problem, attention, why } = props.row
  const { actions } = usePopover()
  const title = problemTitle(problem)
  return (
    <li className="popover-row" data-attention={attention}>
      <FileTile path={problem.path} />
      <div className="popover-lines">
        <div className="popover-name clip" title={title}>
          {title}
        </div>
        <div className="popover-sub clip" title={why}>
          {why}
        </div>
      </div>
      <button
        type="button"
        className="button"
        aria-label={`${t('Show')}: ${title}`}
        onClick={() => actions.open({ screen: 'logins', problemId: problem.id })}
      >
        {t('Show')}
      </button>
    </li>
  )
}
