/** The hero of a row: the time left, and what happens then. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useAppState, useTicked } from '../state/app-context.ts'
import { grantCell, targetsOf, timeCell } from './row-text.ts'

export function TimeView(props: { profile: ProfileView; asking: boolean }) {
  const { profile } = props
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const targets =
    profile.nextRefreshAtMs === undefined
      ? targetsOf(profile)
      : [...targetsOf(profile), profile.nextRefreshAtMs]
  const cell = useTicked((nowMs) => timeCell(profile, nowMs, paused), targets)
  const busy = props.asking || cell.kind === 'refreshing'
  const alarm = !busy && cell.kind === 'needs-login'
  return (
    <>
      <span className={alarm ? 'time-main time-alarm' : 'time-main'}>
        {busy ? t('Renewing…') : cell.main}
      </span>
      {!busy && cell.sub ? (
        <span className="time-sub" title={cell.sub}>
          {cell.sub}
        </span>
      ) : null}
    </>
  )
}

export function GrantView(props: { profile: ProfileView }) {
  const { profile } = props
  const words = useTicked(
    (nowMs) => grantCell(profile, nowMs),
    profile.grantExpiresAtMs === undefined ? [] : [profile.grantExpiresAtMs],
  )
  return words === '' ? null : <span title={t('Until you have to sign in again')}>{words}</span>
}
