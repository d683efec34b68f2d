/** What does not work, who uses which login and when it last asked, and which programs could be connected. */
import { useEffect } from 'react'
import type { ConsumerView } from '../../app/contract/consumers.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { asksAtDoor } from '../model/door-rows.ts'
import { type ProgramRow, type ProgramRows, programRows } from '../model/program-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { Tile } from '../ui/tile.tsx'
import { AnswerRows } from './answer-rows.tsx'
import { Doors } from './doors.tsx'
import { FailingRowItem, ProgramRowItem } from './program-row.tsx'

export function ProgramsScreen() {
  const actions = useActions()
  const programs = useAppState((state) => state.programs)
  const failure = useAppState((state) => state.programsFailure)
  const doors = useAppState((state) => state.doors) ?? []
  useEffect(() => {
    void actions.loadPrograms()
    void actions.loadDoors()
  }, [actions])
  const askers = programs?.askers.filter((asker) => !asksAtDoor(asker, doors)) ?? []
  const rows = programs && programRows({ ...programs, askers })
  const working = (row: ProgramRow) => !rows?.failing.includes(row)
  return (
    <main className="screen page-screen">
      <div className="page programs-page">
        <NoticeBanner />
        <header className="screen-head">
          <div className="summary">
            <h1>{t('Programs')}</h1>
            {rows ? <Summary rows={rows} doors={doors.length} /> : null}
          </div>
        </header>
        <p className="import-lead">
          {t('Programs can take their tokens from Lamplighter: always fresh, nothing to paste.')}
        </p>
        {failure ? (
          <div className="import-failure" role="alert">
            <FailureNote failure={failure} tone="alarm" />
            <button type="button" className="button" onClick={() => void actions.loadPrograms()}>
              {t('Look again')}
            </button>
          </div>
        ) : null}
        {rows ? (
          <div className="card programs">
            <Failing rows={rows.failing} />
            <Group name={t('Connected')} rows={rows.connected.filter(working)} />
            <Found
              title={t('Can be connected')}
              consumers={rows.found}
              isFirst={rows.connected.length === 0}
            />
            <Group name={t('Other programs that asked')} rows={rows.others.filter(working)} />
            <AnswerRows answers={programs.answers} />
            {rows.absent.length > 0 ? (
              <details className="programs-absent">
                <summary>
                  {t('{programs} that can be connected, not found here', {
                    programs: counted(rows.absent.length, 'more program'),
                  })}
                </summary>
                <Found consumers={rows.absent} isFirst={false} />
              </details>
            ) : null}
          </div>
        ) : failure ? null : (
          <p className="quiet">{t('Looking for programs…')}</p>
        )}
        <Doors />
      </div>
    </main>
  )
}

/** The most urgent first. */
function Summary(props: { rows: ProgramRows; doors: number }) {
  const { connected, failing, found } = props.rows
  const well = connected.filter((row) => !failing.includes(row)).length
  const said = [
    { words: t('{count} not working', { count: failing.length }), count: failing.length, isAlarm: true },
    { words: t('{connected} connected', { connected: well }), count: well },
    {
      words: t('{count, plural, one {# container} other {# containers}} let in', { count: props.doors }),
      count: props.doors,
    },
    { words: t('{count} can be connected', { count: found.length }), count: found.length },
  ]
  return (
    <ul>
      {said.map(({ words, count, isAlarm }) =>
        count === 0 ? null : (
          <li key={words} className={isAlarm ? 'tone-alarm' : 'quiet'}>
            {words}
          </li>
        ),
      )}
    </ul>
  )
}

function Failing(props: { rows: ProgramRows['failing'] }) {
  if (props.rows.length === 0) return null
  return (
    <section aria-label={t('Not working')}>
      <h2 className="programs-group">
        {t('Not working')} <span className="quiet tabular">{props.rows.length}</span>
      </h2>
      <ul>
        {props.rows.map((row) => (
          <FailingRowItem key={row.key} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Group(props: { name: string; rows: ProgramRows['connected'] }) {
  if (props.rows.length === 0) return null
  return (
    <section aria-label={props.name}>
      <div className="program programs-head">
        <h2 className="programs-group">
          {props.name} <span className="quiet tabular">{props.rows.length}</span>
        </h2>
        <span className="program-login">{t('Uses')}</span>
        <span className="program-asks">{t('Asked, last 24 h')}</span>
        <span className="program-last">{t('Last')}</span>
      </div>
      <ul>
        {props.rows.map((row) => (
          <ProgramRowItem key={row.key} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Found(props: { title?: string; consumers: readonly ConsumerView[]; isFirst: boolean }) {
  if (props.consumers.length === 0) return null
  return (
    <section aria-label={props.title ?? t('Not found here')}>
      {props.title ? (
        <h2 className="programs-group">
          {props.title} <span className="quiet tabular">{props.consumers.length}</span>
        </h2>
      ) : null}
      <ul>
        {props.consumers.map((consumer, at) => (
          <FoundRow key={consumer.id} consumer={consumer} isNext={props.isFirst && at === 0} />
        ))}
      </ul>
    </section>
  )
}

function FoundRow(props: { consumer: ConsumerView; isNext: boolean }) {
  const { id, name, gains, foundAt } = props.consumer
  const actions = useActions()
  return (
    <li className="program program-found">
      <Tile name={name} />
      <div className="program-who">
        <p className="program-name clip">{name}</p>
        <p className="program-about clip" title={foundAt}>
          {known(gains)}
        </p>
      </div>
      <button
        type="button"
        className={`button ${props.isNext ? 'button-primary' : ''}`}
        aria-label={t('Connect {name}', { name })}
        onClick={() => actions.openConnect(id)}
      >
        {t('Connect…')}
      </button>
    </li>
  )
}
