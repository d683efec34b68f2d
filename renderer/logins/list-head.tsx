// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: headings; the arrow keys pass over them
/** The headings of the columns, among them the time axis that all rows share. */
import { t } from '../../app/words/t.ts'
import { clockTime } from '../format/dates.ts'
import { type AxisTick, axisTicks, NOW_AT } from '../model/row-axis.ts'
import { rich } from '../ui/rich.ts'

export function ListHead(props: { nowMs: number; height: number }) {
  return (
    <div role="rowgroup" className="list-head" style={{ height: props.height }}>
      <div role="row" className="list-head-row row-grid" aria-rowindex={1}>
        <div role="columnheader" className="head-who">
          {t('Login')}
        </div>
        <div role="columnheader" className="head-axis">
          <span className="only-read">{t('The last 4 hours and the next 8')}</span>
          <Ticks ticks={axisTicks(props.nowMs, 'narrow')} className="ticks-narrow" />
          <Ticks ticks={axisTicks(props.nowMs, 'middle')} className="ticks-middle" />
          <Ticks ticks={axisTicks(props.nowMs, 'wide')} className="ticks-wide" />
          <span className="axis-tick axis-tick-now" style={{ left: `${NOW_AT}%` }} aria-hidden="true">
            {clockTime(props.nowMs)}
          </span>
        </div>
        <div role="columnheader" className="head-time">
          {t('Time left')}
        </div>
        <div role="columnheader" className="head-grant" title={t('Until you have to sign in again')}>
          {rich('Sign-in {lasts}', { lasts: <span className="head-lasts">{t('lasts')}</span> })}
        </div>
        <div role="columnheader" className="head-action">
          <span className="only-read">{t('Action')}</span>
        </div>
      </div>
    </div>
  )
}

function Ticks(props: { ticks: readonly AxisTick[]; className: string }) {
  return (
    <span className={props.className} aria-hidden="true">
      {props.ticks.map(({ at, label }) => (
        <span key={label} className="axis-tick" style={{ left: `${at}%` }}>
          {label}
        </span>
      ))}
    </span>
  )
}
