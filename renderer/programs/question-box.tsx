/** A program waits to be allowed a token: the question, over whatever the window shows, and taking no focus. */
import { CONSENT_CHOICES, type ConsentQuestionView } from '../../app/contract/consent.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { rich } from '../ui/rich.ts'

export function QuestionBox() {
  const [first, ...others] = useAppState((state) => state.questions)
  const failure = useAppState((state) => state.questionFailure)
  if (!first) return null
  return (
    <section className="question" aria-label={t('A program asks for a token')}>
      <Question key={first.id} question={first} />
      {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      {others.length > 0 ? (
        <p className="quiet">{t('{others} more after this.', { others: others.length })}</p>
      ) : null}
    </section>
  )
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
      <p>
        {use === undefined
          ? rich('May {program} have a token of {account}?', asked)
          : rich('May {program} have a token of {account} for {use}?', { ...asked, use })}
      </p>
      <p className="quiet">
        {program.isKnown
          ? t('The system confirms that it is this program.')
          : t('It gives this name itself; nobody has checked it.')}
      </p>
      <div className="question-answers">
        {CONSENT_CHOICES.map(({ answer, label }) => (
          <button
            key={answer}
            type="button"
            className="button"
            aria-label={`${known(label)}: ${program.name}`}
            onClick={() => void actions.answerQuestion(id, answer)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  )
}
