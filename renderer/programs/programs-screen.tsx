/** Who uses which login, when it last asked, and which programs could be connected. */
import { useEffect } from 'react'
import type { ConsumerView } from '../../app/contract/consumers.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { asksAtDoor } from '../model/door-rows.ts'
import { programRows } from '../model/program-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { Tile } from '../ui/tile.tsx'
import { AnswerRows } from './answer-rows.tsx'
import { Doors } from './doors.tsx'
import { ProgramRowItem } from './program-row.tsx'

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
  const said = [
    ...(rows && rows.connected.length > 0
      ? [t('{connected} connected', { connected: rows.connected.length })]
      : []),
    ...(doors.length > 0 ? [t('{doors} open', { doors: counted(doors.length, 'door') })] : []),
  ]
  return (
    <main className="screen page-screen">
      <div className="page programs-page">
        <NoticeBanner />
        <header className="screen-head">
          <div className="summary">
            <h1>{t('Programs')}</h1>
            {said.length > 0 ? (
              <ul>
                {said.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            ) : null}
          </div>
        </header>
        <p className="import-lead">{t('Who uses which login, and when it last asked.')}</p>
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
            <Group name={t('Connected')} rows={rows.connected} />
            <Group name={t('Others that asked')} rows={rows.others} />
            <Group name={t('Kept files')} rows={rows.kept} />
            <AnswerRows answers={programs.answers} />
            <Found
              title={t('Found on this machine')}
              consumers={rows.found}
              isFirst={rows.connected.length === 0}
            />
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

function Group(props: { name: string; rows: ReturnType<typeof programRows>['connected'] }) {
  if (props.rows.length === 0) return null
  return (
    <section aria-label={props.name}>
      <h2 className="programs-group">
        {props.name} <span className="quiet tabular">{props.rows.length}</span>
      </h2>
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
