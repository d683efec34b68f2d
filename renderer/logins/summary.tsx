import type { OverviewView } from '../../app/contract/views.ts'
import { counted } from '../format/labels.ts'
import { countdown } from '../format/time.ts'
import { queueWho, queueWords, type SummaryPart, summarise } from '../model/overview-changes.ts'
import { useAppState, useTicked } from '../state/app-context.ts'

/**
 * "12 logins  9 fresh  1 due  1 needs sign-in  next: OpenAI Codex in 12 min  40 waiting, 4 at a time". What does not fit
 * on the line is left out, the least urgent first.
 */
export function Summary(props: { overview: OverviewView }) {
  const { profiles, scheduler, queue } = props.overview
  const atOnce = useAppState((state) => state.settings?.maxConcurrent)
  const parts = summarise(profiles)
  const first = parts.filter((part) => FIRST.includes(part.id))
  const rest = parts.filter((part) => !FIRST.includes(part.id))
  return (
    <div className="summary">
      <h1>{counted(profiles.length, 'login')}</h1>
      <ul>
        {first.map(partItem)}
        {scheduler.next && !scheduler.paused ? (
          <Next overview={props.overview} next={scheduler.next} />
        ) : null}
        {queue && queue.length > 0 ? (
          <li title={queueWho(queue)}>
            <strong>{queue.length.toLocaleString('en-GB')}</strong> {queueWords(atOnce)}
          </li>
        ) : null}
        {rest.map(partItem)}
      </ul>
    </div>
  )
}

/** What comes before "next"; the others are the first to go. */
const FIRST = ['fresh', 'due', 'needs-login']

function partItem(part: SummaryPart) {
  return (
    <li key={part.id} className={part.alarm ? 'summary-alarm' : undefined}>
      <strong>{part.count.toLocaleString('en-GB')}</strong> {part.word}
    </li>
  )
}

function Next(props: {
  overview: OverviewView
  next: { readonly profileId: string; readonly atMs: number }
}) {
  const { next } = props
  const left = useTicked((nowMs) => countdown(next.atMs - nowMs), [next.atMs])
  const profile = props.overview.profiles.find((known) => known.id === next.profileId)
  if (!profile) return null
  return (
    <li className="summary-next">
      next<span className="summary-who">: {profile.providerName}</span>{' '}
      <span className="summary-when">{left === 'now' ? 'now' : `in ${left}`}</span>
    </li>
  )
}
