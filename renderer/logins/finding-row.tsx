// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its rows
// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus, its cells do not
/** A file with secrets that could be safer: what is wrong with it, and what mends it. */

import { memo } from 'react'
import type { SecurityFindingView } from '../../app/contract/security.ts'
import { t } from '../../app/words/t.ts'
import { findingTitle } from '../model/findings.ts'
import { useActions } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { FileTile } from '../ui/tile.tsx'

export interface FindingRowProps {
  readonly finding: SecurityFindingView
  readonly index: number
  readonly top: number
  readonly height: number
  readonly active: boolean
}

export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding } = props
  const actions = useActions()
  const title = findingTitle(finding)
  return (
    <div
      role="row"
      className="row row-grid finding-row"
      aria-rowindex={props.index}
      tabIndex={props.active ? 0 : -1}
      data-fold={finding.id}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={(event) => {
        if (!(event.target as Element).closest('button')) actions.openFinding(finding.id)
      }}
    >
      <div role="rowheader" className="row-who">
        <Glyph shape="diamond-open" tone="next" />
        <FileTile path={finding.path} />
        <div className="row-lines">
          <div className="row-account">{title}</div>
          <div className="row-where">
            <span className="clip-start" title={finding.path}>
              <bdi>{finding.path}</bdi>
            </span>
          </div>
        </div>
      </div>
      <div role="gridcell" className="row-action">
        <FindingAction finding={finding} tabIndex={props.active ? 0 : -1} />
      </div>
    </div>
  )
})

/** What Lamplighter can do, or the way to read what a person can. */
export function FindingAction(props: { finding: SecurityFindingView; tabIndex?: 0 | -1 }) {
  const { finding } = props
  const actions = useActions()
  const verb = finding.canMend ? t('Make private') : t('Show')
  return (
    <button
      type="button"
      className="button button-stays"
      tabIndex={props.tabIndex}
      title={finding.canMend ? t('Nobody but you can open it any more') : undefined}
      aria-label={`${verb}: ${finding.path}`}
      onClick={() => {
        if (finding.canMend) void actions.mendFinding(finding)
        else actions.openFinding(finding.id)
      }}
    >
      {verb}
    </button>
  )
}
