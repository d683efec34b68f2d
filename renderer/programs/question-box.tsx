/** A program waits to be allowed a token: the question, over whatever the window shows, and taking no focus. */
import { createPortal } from 'react-dom'
import { CONSENT_CHOICES, type ConsentQuestionView } from '../../app/contract/consent.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { type KnownBy, knownBy } from '../model/asking-program.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { useTopmostModal } from '../ui/modal.ts'
import { rich } from '../ui/rich.ts'
import { Tile } from '../ui/tile.tsx'

export function QuestionBox() {
  const [first, ...others] = useAppState((state) => state.questions)
  const failure = useAppState((state) => state.questionFailure)
  const modal = useTopmostModal()
  if (!first) return null
  const box = (
    <section className="question" aria-label={t('A program asks for a token')}>
      {/* The window's own announcement is out of reach of a screen reader then. */}
      {modal ? (
        <p className="only-read" role="alert">
          {t('{name} asks for a token of {account}.', { name: first.program.name, account: first.account })}
        </p>
      ) : null}
      <Question key={first.id} question={first} />
      {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      {others.length > 0 ? (
        <p className="quiet">{t('{others} more after this.', { others: others.length })}</p>
      ) : null}
    </section>
  )
  return modal ? createPortal(box, modal) : box
}

const SAID: Readonly<Record<KnownBy, string>> = {
  system: t('The system confirms that it is this program.'),
  door: t('It came through this door. Which program it is there, nobody has checked.'),
  reader: t('It is for whoever may read this file.'),
  itself: t('It gives this name itself; nobody has checked it.'),
}

function Question(props: { question: ConsentQuestionView }) {
  const { id, program, account, use } = props.question
  const actions = useActions()
  const asked = {
    program: <strong className="break">{program.name}</strong>,
    account: <strong className="break">{account}</strong>,
  }
  return (
    <>
      <Tile name={program.name} />
      <p className="question-asks">
        {use === undefined
          ? rich('May {program} have a token of {account}?', asked)
          : rich('May {program} have a token of {account} for {use}?', { ...asked, use })}
      </p>
      <p className="quiet">{SAID[knownBy(program)]}</p>
      <div className="question-answers">
        {CONSENT_CHOICES.map(({ answer, label }) => (
          <button
            key={answer}
            type="button"
            className={`button ${answer === 'once' ? 'button-primary' : ''}`}
            data-answer={answer}
            aria-label={`${known(label)}: ${program.name}`}
            onClick={() => void actions.answerQuestion(id, answer)}
          >
            {known(label)}
          </button>
        ))}
      </div>
    </>
  )
}
