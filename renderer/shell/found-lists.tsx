/** The places that were looked at, and the logins that were found in them. */
import { useId } from 'react'
import type { PlaceView, ProfileView } from '../../app/contract/views.ts'
import { counted, statusMark, statusWord } from '../format/labels.ts'
import { statusAt, targetsOf } from '../logins/row-text.ts'
import { useTicked } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { foundByProvider } from './welcome-text.ts'

export function PlaceList(props: { places: readonly PlaceView[]; title: string }) {
  const id = useId()
  if (props.places.length === 0) return null
  return (
    <section className="card places" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <ul>
        {props.places.map((place) => (
          <li key={place.label + place.path}>
            <Glyph shape={place.present ? 'disc' : 'dash'} tone={place.present ? 'good' : 'quiet'} small />
            <div className="place">
              <span className="place-label">{place.label}</span>
              <span className="place-path mono clip-start" title={place.path}>
                <bdi>{place.path}</bdi>
              </span>
              {place.problem ? <FailureNote failure={place.problem} /> : null}
            </div>
            <span className="place-found">{place.found}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function FoundList(props: { profiles: readonly ProfileView[] }) {
  const id = useId()
  return (
    <section className="card found" aria-labelledby={id}>
      <h2 id={id}>What it found</h2>
      <dl>
        {foundByProvider(props.profiles).map((group) => (
          <div key={group.id}>
            <dt title={group.name}>{group.name}</dt>
            {group.shown.map((profile) => (
              <Found key={profile.id} profile={profile} />
            ))}
            {group.more > 0 ? <dd className="quiet found-more">and {counted(group.more, 'other')}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  )
}

function Found(props: { profile: ProfileView }) {
  const { profile } = props
  const kind = useTicked((nowMs) => statusAt(profile, nowMs).kind, targetsOf(profile))
  const mark = statusMark(kind)
  // The word that the list has for it: "watched" and "borrowed" say more than "held".
  const word = kind === 'held' ? statusWord(profile) : mark.word
  return (
    <dd>
      <Glyph shape={mark.shape} tone={mark.tone} small />
      <span className="clip" title={profile.account}>
        {profile.account}
      </span>
      <span className="found-word">{word}</span>
    </dd>
  )
}
