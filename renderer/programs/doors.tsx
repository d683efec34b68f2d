/** Containers and virtual machines that are let in, each by a door of its own: for which logins, until when, and what they asked. */
import { useId } from 'react'
import { t } from '../../app/words/t.ts'
import { countdown } from '../format/time.ts'
import { type DoorRow, doorLogins, doorPlace, doorRows, doorWay } from '../model/door-rows.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Tile } from '../ui/tile.tsx'
import { AskedByHour, LastAsked } from './asked.tsx'

export function Doors() {
  const actions = useActions()
  const doors = useAppState((state) => state.doors)
  const askers = useAppState((state) => state.programs?.askers)
  const failure = useAppState((state) => state.doorsFailure)
  const id = useId()
  const rows = doorRows(doors ?? [], askers ?? [])
  return (
    <section className="card programs doors" aria-labelledby={id}>
      <header className="doors-head">
        <div>
          <h2 id={id}>{t('Containers and virtual machines')}</h2>
          <p className="quiet">
            {t(
              'They see nothing of this machine. One that you let in gets access tokens of the logins you choose, and nothing else.',
            )}
          </p>
        </div>
        <button type="button" className="button" onClick={() => actions.openDoorForm()}>
          {t('Let one in…')}
        </button>
      </header>
      {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      {rows.length > 0 ? (
        <ul>
          {rows.map((row) => (
            <Row key={row.door.name} row={row} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Row(props: { row: DoorRow }) {
  const { door, asked } = props.row
  const { name, logins, trouble } = door
  const actions = useActions()
  const left = useDoorTime(door)
  const about = `${left} · ${doorWay(door)}`
  const wrong = trouble && { words: t('cannot get in'), why: trouble.message }
  return (
    <li className="program">
      <Tile name={name} />
      <div className="program-who">
        <p className="program-name clip">{name}</p>
        <p className="program-about clip tabular" title={doorPlace(door)}>
          {about}
        </p>
      </div>
      <p className="program-login clip" title={logins.map(({ id }) => id).join(', ')}>
        {doorLogins(door)}
      </p>
      <AskedByHour byHour={asked.byHour} />
      <LastAsked asked={asked} {...(wrong ? { wrong } : {})} />
      <button
        type="button"
        className="button"
        aria-label={t('Details of {name}', { name })}
        onClick={() => actions.openDoorDetail(name)}
      >
        {t('Details…')}
      </button>
    </li>
  )
}

/** "7 h 59 min left", "until you shut it out" */
export function useDoorTime({ untilMs }: DoorRow['door']): string {
  return useTicked(
    (nowMs) => {
      if (untilMs === undefined) return t('until you shut it out')
      return untilMs > nowMs ? t('{left} left', { left: countdown(untilMs - nowMs) }) : t('its time is up')
    },
    untilMs === undefined ? [] : [untilMs],
  )
}
