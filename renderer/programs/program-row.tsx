/** A program that asks here: for which login, how often in the last day, when last, and with what result. */
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { ago } from '../format/time.ts'
import type { ProgramRow } from '../model/program-rows.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Tile } from '../ui/tile.tsx'

export function ProgramRowItem(props: { row: ProgramRow }) {
  const { row } = props
  const actions = useActions()
  const { connectionId } = row
  return (
    <li className="program">
      <Tile name={row.name} />
      <div className="program-who">
        <p className="program-name clip">{row.name}</p>
        <p className="program-about clip" title={row.about}>
          {row.about}
        </p>
      </div>
      <p className="program-login clip" title={row.login}>
        {row.account}
      </p>
      <Asks byHour={row.byHour} />
      <Last row={row} />
      {connectionId === undefined ? (
        <Withhold row={row} />
      ) : (
        <button
          type="button"
          className="button"
          aria-label={t('Details of {name}, {about}', { name: row.name, about: row.about })}
          onClick={() => actions.openConnection(connectionId)}
        >
          {t('Details…')}
        </button>
      )}
    </li>
  )
}

function Withhold(props: { row: ProgramRow }) {
  const { login, name, isWithheld, account } = props.row
  const actions = useActions()
  return (
    <button
      type="button"
      className="button"
      aria-label={
        isWithheld
          ? t('Give {name} tokens of {account} again', { name, account })
          : t('Withhold {account} from {name}', { account, name })
      }
      onClick={() => void actions.withholdFrom(login, name, !isWithheld)}
    >
      {isWithheld ? t('Give again') : t('Withhold')}
    </button>
  )
}

/** A bar for each of the last 24 hours. */
function Asks(props: { byHour: readonly number[] }) {
  const { byHour } = props
  const total = byHour.reduce((sum, one) => sum + one, 0)
  const words = t('{tokens} in the last 24 hours', { tokens: counted(total, 'token') })
  return (
    <div className="program-asks" title={words}>
      <svg viewBox="0 0 96 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="program-no-asks" d="M0 15.5h96" />
        <path d={bars(byHour)} />
      </svg>
      <span className="only-read">{words}</span>
    </div>
  )
}

function bars(byHour: readonly number[]): string {
  const most = Math.max(1, ...byHour)
  return byHour
    .map((times, hour) => (times === 0 ? '' : `M${hour * 4 + 1.5} 16v${-Math.max(3, (times / most) * 16)}`))
    .join('')
}

function Last(props: { row: ProgramRow }) {
  const { lastAtMs, refusal, isWithheld, isChanged } = props.row
  const age = useTicked(
    (nowMs) => (lastAtMs === undefined ? '' : ago(Math.max(0, nowMs - lastAtMs))),
    lastAtMs === undefined ? [] : [lastAtMs],
  )
  if (isWithheld) return <State shape="square-open" tone="other" words={t('withheld')} />
  if (isChanged) return <State shape="triangle" tone="next" words={t('changed by hand')} />
  if (refusal)
    return (
      <State shape="cross" tone="alarm" words={t('refused {age}', { age })} title={known(refusal.message)} />
    )
  if (age === '') return <State shape="dash" tone="quiet" words={t('not asked yet')} />
  return <State shape="disc" tone="good" words={age} />
}

function State(props: {
  shape: 'disc' | 'dash' | 'cross' | 'square-open' | 'triangle'
  tone: 'good' | 'quiet' | 'alarm' | 'other' | 'next'
  words: string
  title?: string
}) {
  return (
    <p className="program-last tabular" title={props.title}>
      <Glyph shape={props.shape} tone={props.tone} small />
      {props.words}
    </p>
  )
}
