/** A program waits to be allowed a token: the question, over whatever the window shows, and taking no focus. */
import { CONSENT_CHOICES, type ConsentQuestionView } from '../../app/contract/consent.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'

export function QuestionBox() {
  const [first, ...others] = useAppState((state) => state.questions)
  const failure = useAppState((state) => state.questionFailure)
  if (!first) return null
  return (
    <section className="question" aria-label="A program asks for a token">
      <Question key={first.id} question={first} />
      {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      {others.length > 0 ? <p className="quiet">{others.length} more after this.</p> : null}
    </section>
  )
}

function Question(props: { question: ConsentQuestionView }) {
  const { id, program, account, use } = props.question
  const actions = useActions()
  return (
    <>
      <p>
        May <strong className="break">{program.name}</strong> have a token of{' '}
        <strong className="break">{account}</strong>
        {use === undefined ? '' : ` for ${use}`}?
      </p>
      <p className="quiet">
        {program.isKnown ? 'The system says that it is this program.' : 'That is what it calls itself.'}
      </p>
      <div className="question-answers">
        {CONSENT_CHOICES.map(({ answer, label }) => (
          <button
            key={answer}
            type="button"
            className="button"
            aria-label={`${label}: ${program.name}`}
            onClick={() => void actions.answerQuestion(id, answer)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  )
}
