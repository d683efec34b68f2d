// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: a heading; the arrow keys pass over it
import { numberText, t } from '../../app/words/t.ts'
import { RenewDue } from './pause-menu.tsx'

export function GroupHeading(props: {
  name: string
  count: number
  /** Not all of them are logins. */
  isMixed: boolean
  index: number
  height: number
  top: number
  /** The first heading under which something can be renewed carries the button for all of it. */
  withRenew: boolean
}) {
  return (
    <div
      role="row"
      className="group-row"
      aria-rowindex={props.index}
      style={{ height: props.height, top: props.top }}
    >
      <div className="group-line row-grid" aria-hidden="true">
        <span />
        <div className="row-axis">
          <div className="axis-row" />
        </div>
      </div>
      <div role="rowheader" className="group-name" aria-colspan={props.withRenew ? 4 : 5}>
        <span className="clip">{props.name}</span>
        <span className="group-count">
          {numberText(props.count)}
          {props.isMixed ? null : (
            <span className="only-read"> {props.count === 1 ? t('login') : t('logins')}</span>
          )}
        </span>
      </div>
      {props.withRenew ? (
        <div role="gridcell" className="group-action">
          <RenewDue className="link-button" />
        </div>
      ) : null}
    </div>
  )
}
