/** A login that renews by itself: when, and on hover and focus its token and a renewal now. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { soonLabel } from '../format/dates.ts'
import { calledOf } from '../format/labels.ts'
import { countdown } from '../format/time.ts'
import { Tile } from '../ui/tile.tsx'
import { useBusy, usePopover } from './popover-state.ts'

export function NextRow(props: { profile: ProfileView; paused: boolean }) {
  const { profile, paused } = props
  const { id, providerName, whereLine, can, nextRefreshAtMs, accessExpiresAtMs } = profile
  const { actions } = usePopover()
  const copying = useBusy(`token ${id}`)
  const renewing = useBusy(`renew ${id}`) || profile.status.kind === 'refreshing'
  const name = calledOf(profile)
  const left = useWords(accessExpiresAtMs, (nowMs, atMs) => countdown(atMs - nowMs))
  const renews = useWords(nextRefreshAtMs, (nowMs, atMs) =>
    atMs <= nowMs ? t('renews now') : t('renews {when}', { when: soonLabel(atMs, nowMs) }),
  )
  return (
    <li className="popover-row popover-next">
      <Tile name={providerName} />
      <div className="popover-lines">
        <div className="popover-name clip">{name}</div>
        <div className="popover-sub clip">
          {providerName} · {known(whereLine)}
        </div>
      </div>
      <div className="popover-time">
        <div>{left}</div>
        <div className="popover-sub">{renewing ? t('renewing') : paused ? t('paused') : renews}</div>
      </div>
      <div className="popover-acts">
        <button
          type="button"
          className="button"
          aria-label={t('Copy token: {name}', { name })}
          aria-disabled={copying}
          onClick={() => actions.copyToken(profile)}
        >
          {t('Token')}
        </button>
        {can.refresh ? (
          <button
            type="button"
            className="button"
            aria-label={t('Renew: {name}', { name })}
            aria-disabled={renewing}
            onClick={() => (renewing ? undefined : actions.renew(profile))}
          >
            {t('Renew')}
          </button>
        ) : null}
      </div>
    </li>
  )
}

/** Words about a moment that change with the time; none where there is no such moment. */
function useWords(atMs: number | undefined, words: (nowMs: number, atMs: number) => string): string {
  const { ticker } = usePopover()
  useEffect(() => (atMs === undefined ? undefined : ticker.watch([atMs])), [ticker, atMs])
  return useStore(ticker.store, ({ nowMs }) => (atMs === undefined ? '' : words(nowMs, atMs)))
}
