// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its rows
// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus, its cells do not
/** Many logins of one provider or program that are all well: a square for each, brighter with more time left. */

import { memo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { countdown, MINUTE } from '../format/time.ts'
import { brightness, MOST_SQUARES, soonestEnd } from '../model/squares.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import { ChevronIcon } from '../ui/icons.tsx'
import { rich } from '../ui/rich.ts'
import { Tile } from '../ui/tile.tsx'

export interface FoldRowProps {
  readonly id: string
  readonly name: string
  readonly open: boolean
  readonly members: readonly ProfileView[]
  readonly index: number
  readonly top: number
  readonly height: number
  readonly active: boolean
}

export const FoldRow = memo(function FoldRow(props: FoldRowProps) {
  const { members, open } = props
  const actions = useActions()
  const end = soonestEnd(members)
  const left = useTicked(
    (nowMs) => (end === undefined ? '' : countdown(end - nowMs)),
    end === undefined ? [] : [end],
  )
  const nowMs = useTicked((now) => Math.floor(now / (5 * MINUTE)) * 5 * MINUTE, [])
  return (
    <div
      role="row"
      className="row row-grid fold-row"
      aria-rowindex={props.index}
      data-open={open}
      tabIndex={props.active ? 0 : -1}
      data-fold={props.id}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={() => actions.fold(props.id, !open)}
    >
      <div role="rowheader" className="row-who">
        <span className="fold-chevron" data-open={open}>
          <ChevronIcon />
        </span>
        <Tile name={props.name} />
        <div className="row-lines">
          <div className="row-account">{props.name}</div>
          <div className="row-where">
            {rich('{logins}, all fine{how}', {
              logins: counted(members.length, 'login'),
              how: (
                <span className="only-read">{open ? t('; unfolded') : t('; folded, opens with Enter')}</span>
              ),
            })}
          </div>
        </div>
      </div>
      <div role="gridcell" className="fold-squares">
        <span className="squares" aria-hidden="true">
          {members.slice(0, MOST_SQUARES).map((member) => (
            <i key={member.id} data-bright={brightness(member, nowMs)} />
          ))}
        </span>
      </div>
      <div role="gridcell" className="row-time">
        {left === '' ? null : (
          <>
            <span className="time-main">{left}</span>
            <span className="time-sub">{t('soonest')}</span>
          </>
        )}
      </div>
    </div>
  )
})
