// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its rows
// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus, its cells do not

import { memo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { statusMark, statusWord } from '../format/labels.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { BellOffIcon } from '../ui/icons.tsx'
import { Tile } from '../ui/tile.tsx'
import { AxisView } from './axis-view.tsx'
import { useMuted } from './mute-button.tsx'
import { RowAction } from './row-action.tsx'
import { rowParts, statusAt, targetsOf, tellings, whereLine } from './row-text.ts'
import { GrantView, TimeView } from './time-view.tsx'

export interface RowProps {
  readonly profile: ProfileView
  /** Its place among all rows, from 1, headings included. */
  readonly index: number
  readonly top: number
  readonly height: number
  readonly selected: boolean
  /** Tab reaches it. */
  readonly active: boolean
  /** Where no heading names the provider. */
  readonly withProvider: boolean
  /** The whole minute. */
  readonly nowMs: number
}

/** One profile. The row has the focus; its action is one Tab or ArrowRight away. */
export const ProfileRow = memo(function ProfileRow(props: RowProps) {
  const { profile, selected, active } = props
  const actions = useActions()
  const asking = useAppState((state) => state.asking.has(profile.id))
  const kind = useTicked((nowMs) => statusAt(profile, nowMs).kind, targetsOf(profile))
  const mark = statusMark(asking ? 'refreshing' : kind)
  const where = whereLine(profile, props.withProvider, props.nowMs)
  const pieces = rowParts(where, tellings(profile), props.withProvider)
  const lead = kind === 'needs-login' ? 2 : pieces.findLastIndex(({ isTold }) => isTold) + 1
  const muted = useMuted(profile.id)
  return (
    <div
      role="row"
      className="row row-grid"
      aria-rowindex={props.index}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      data-row={profile.id}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={(event) => {
        if (!(event.target as Element).closest('button')) actions.openDetail(profile.id)
      }}
    >
      <div role="rowheader" className="row-who">
        <Glyph shape={mark.shape} tone={mark.tone} turning={mark.shape === 'ring-open'} />
        <span className="only-read">{kind === 'held' ? statusWord(profile) : mark.word}: </span>
        <Tile name={profile.providerName} />
        <div className="row-lines">
          <div className="row-account" title={profile.account}>
            {profile.name ?? profile.account}
          </div>
          <div className="row-where" title={where}>
            <span className="row-parts">
              {lead > 0 ? <span className="row-lead">{pieces.slice(0, lead).map(pieceOf)}</span> : null}
              {pieces.slice(lead).map(pieceOf)}
              {profile.grantExpiresAtMs !== undefined ? (
                <span className="row-fold">
                  {' '}
                  {t('· sign-in')} <GrantView profile={profile} />
                </span>
              ) : null}
            </span>
            {muted ? (
              <span className="row-muted" title={t('Notifications are muted')}>
                <BellOffIcon />
                <span className="only-read">{t(', muted')}</span>
              </span>
            ) : null}
          </div>
        </div>
      </div>
      <div role="gridcell" className="row-axis">
        <AxisView profile={profile} nowMs={props.nowMs} />
      </div>
      <div role="gridcell" className="row-time">
        <TimeView profile={profile} asking={asking} />
      </div>
      <div role="gridcell" className="row-grant">
        <GrantView profile={profile} />
      </div>
      <div role="gridcell" className="row-action">
        <RowAction profile={profile} tabIndex={active ? 0 : -1} />
      </div>
    </div>
  )
})

function pieceOf({ words, isTold }: ReturnType<typeof rowParts>[number]) {
  return (
    <span key={words} className={isTold ? 'row-told' : undefined}>
      {words}
    </span>
  )
}
