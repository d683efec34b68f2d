/** What the person answered when programs asked for the first time; each can be taken back. */
import type { ConsentView } from '../../app/contract/consent.ts'
import { t } from '../../app/words/t.ts'
import { duration } from '../format/time.ts'
import { type KnownBy, knownBy } from '../model/asking-program.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { rich } from '../ui/rich.ts'
import { Tile } from '../ui/tile.tsx'

export function AnswerRows(props: { answers: readonly ConsentView[] }) {
  const { answers } = props
  if (answers.length === 0) return null
  return (
    <section aria-label={t('You allowed or refused')}>
      <h2 className="programs-group">
        {rich('You allowed or refused {count}', {
          count: <span className="quiet tabular">{answers.length}</span>,
        })}
      </h2>
      <ul>
        {answers.map((answer) => (
          <AnswerRow key={JSON.stringify([answer.program, answer.login])} answer={answer} />
        ))}
      </ul>
    </section>
  )
}

const KNOWN: Readonly<Record<KnownBy, string>> = {
  system: t('name verified by the system'),
  door: t('known by Lamplighter itself'),
  reader: t('known by Lamplighter itself'),
  itself: t('name not verified'),
}

function AnswerRow(props: { answer: ConsentView }) {
  const { answer } = props
  const { program, login, account = login, isAllowed, untilMs } = answer
  const actions = useActions()
  const left = useTicked(
    (nowMs) => (untilMs === undefined ? '' : duration(Math.max(0, untilMs - nowMs))),
    untilMs === undefined ? [] : [untilMs],
  )
  const always = isAllowed ? t('always allowed') : t('always refused')
  return (
    <li className="program program-answer">
      <Tile name={program.name} />
      <div className="program-who">
        <p className="program-name clip" title={program.name}>
          {program.name}
        </p>
        <p className="program-about clip">{KNOWN[knownBy(program)]}</p>
      </div>
      <p className="program-login clip" title={login}>
        {account}
      </p>
      <p className="program-last tabular">
        <Glyph shape={isAllowed ? 'disc' : 'cross'} tone={isAllowed ? 'good' : 'quiet'} small />
        {untilMs === undefined
          ? always
          : isAllowed
            ? t('allowed, {left} left', { left })
            : t('refused, {left} left', { left })}
      </p>
      <button
        type="button"
        className="button"
        aria-label={t('Ask me again about {name} and {account}', { name: program.name, account })}
        onClick={() => void actions.takeBackAnswer(answer)}
      >
        {t('Ask me again')}
      </button>
    </li>
  )
}
