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
  /** The button for all that is due stands where renewals have failed: the others need no hand. */
  withRenew: boolean
  /** Under it stand folded logins, on which there is no time axis. */
  withSquares: boolean
}) {
  return (
    <div
      role="row"
      className="group-row"
      aria-rowindex={props.index}
      style={{ height: props.height, top: props.top }}
    >
      {props.withSquares ? null : (
        <div className="group-line row-grid" aria-hidden="true">
          <span />
          <div className="row-axis">
            <div className="axis-row" />
          </div>
        </div>
      )}
      <div role="rowheader" className="group-name" aria-colspan={props.withRenew ? 4 : 5}>
        <span className="clip">{props.name}</span>
        <span className="group-count">
          {numberText(props.count)}
          {props.isMixed ? null : (
            <span className="only-read"> {props.count === 1 ? t('login') : t('logins')}</span>
          )}
        </span>
        {props.withSquares ? (
          <span className="group-note clip" aria-hidden="true">
            {`· ${t('a square is a login, brighter with more time left')}`}
          </span>
        ) : null}
      </div>
      {props.withRenew ? (
        <div role="gridcell" className="group-action">
          <RenewDue label={t('Try all again now')} />
        </div>
      ) : null}
    </div>
  )
}
