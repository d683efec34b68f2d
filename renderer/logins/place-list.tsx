/** The places that were looked at for logins, and what each had. */
import { useId } from 'react'
import type { PlaceView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { commaList, counted } from '../format/labels.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'

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
              <span className="place-label">{known(place.label)}</span>
              <span className="place-path mono clip-start" title={place.path}>
                <bdi>{place.path}</bdi>
              </span>
              {place.problem ? <FailureNote failure={place.problem} /> : null}
            </div>
            <span className="place-found">{foundText(place.found)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "3 agents, 5 logins", in the person's language. */
function foundText(found: string): string {
  return commaList(found.split(', ').map(partText))
}

function partText(part: string): string {
  const [, count, noun] = /^(\d+) (agent|login)s?$/.exec(part) ?? []
  if (count === undefined) return known(part)
  return noun === 'agent' ? counted(Number(count), 'agent') : counted(Number(count), 'login')
}
