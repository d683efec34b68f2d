/** The hero of a row: the time left, its word, and the share of life as a thin bar. */

import type { ProfileView } from '../../app/contract/views.ts'
import { useAppState, useTicked } from '../state/app-context.ts'
import { ShareBar } from '../ui/share-bar.tsx'
import { grantCell, targetsOf, timeCell } from './row-text.ts'

export function TimeView(props: { profile: ProfileView; asking: boolean }) {
  const { profile } = props
  const cell = useTicked((nowMs) => timeCell(profile, nowMs), targetsOf(profile))
  const paused = useAppState((state) => state.overview?.scheduler.paused !== undefined)
  // "Will refresh by itself" would be a lie until somebody resumes.
  const note = cell.note !== '' && paused && cell.kind !== 'held' ? 'refreshing is paused' : cell.note
  const busy = props.asking || cell.kind === 'refreshing'
  const main = busy ? 'Refreshing…' : cell.main
  const alarm = !busy && cell.kind === 'needs-login'
  return (
    <>
      <div className="time-words">
        <span className={alarm ? 'time-main time-alarm' : 'time-main'}>{main}</span>
        {!busy && cell.word ? (
          <span className="time-word" title={cell.word}>
            {cell.word}
          </span>
        ) : null}
        {alarm && !/sign/i.test(main + cell.word) ? <span className="only-read">needs sign-in</span> : null}
      </div>
      {!busy && note ? (
        <div className="time-note">{note}</div>
      ) : (
        <ShareBar share={busy && cell.share < 0 ? 120 : cell.share} tone={busy ? 'busy' : cell.tone} />
      )}
    </>
  )
}

export function GrantView(props: { profile: ProfileView }) {
  const { profile } = props
  const words = useTicked(
    (nowMs) => grantCell(profile, nowMs),
    profile.grantExpiresAtMs === undefined ? [] : [profile.grantExpiresAtMs],
  )
  if (words === '—') return <span title="The provider does not say when the grant ends">—</span>
  return (
    <span title="Until the grant itself ends">
      <span className="only-read">Grant </span>
      {words}
    </span>
  )
}
