// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its rows
// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus, its cells do not
/** A file that cannot be used, or what else is wrong besides a login: what it is, what follows, and what mends it. */

import { memo } from 'react'
import type { ProblemView } from '../../app/contract/problems.ts'
import { t } from '../../app/words/t.ts'
import { problemLine, problemMark, problemTitle } from '../model/problems.ts'
import { useActions } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { FileTile } from '../ui/tile.tsx'
import { ProblemAction } from './problem-action.tsx'

export interface ProblemRowProps {
  readonly problem: ProblemView
  readonly index: number
  readonly top: number
  readonly height: number
  readonly selected: boolean
  readonly active: boolean
  /** The whole minute. */
  readonly nowMs: number
}

export const ProblemRow = memo(function ProblemRow(props: ProblemRowProps) {
  const { problem, active } = props
  const actions = useActions()
  const { shape, tone } = problemMark(problem)
  const title = problemTitle(problem)
  const line = problemLine(problem, props.nowMs)
  const needsYou = problem.attention === 'needs-you'
  return (
    <div
      role="row"
      className="row row-grid finding-row problem-row"
      aria-rowindex={props.index}
      aria-selected={props.selected}
      tabIndex={active ? 0 : -1}
      data-row={problem.id}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={(event) => {
        if (!(event.target as Element).closest('button')) actions.openDetail(problem.id)
      }}
    >
      <div role="rowheader" className="row-who">
        <Glyph shape={shape} tone={tone} />
        {needsYou ? <span className="only-read">{t('needs you')}: </span> : null}
        <FileTile path={problem.path} />
        <div className="row-lines">
          <div className="row-account" title={problem.path ?? title}>
            {title}
          </div>
          <div className="row-where">
            <span className="clip" title={line}>
              {line}
            </span>
          </div>
        </div>
      </div>
      <div role="gridcell" className="row-action">
        <ProblemAction
          problem={problem}
          className={`button-stays ${needsYou ? 'button-needed' : ''}`}
          tabIndex={active ? 0 : -1}
        />
      </div>
    </div>
  )
})
