/** Connects a program: which login and for what; the lines that would be written; then they are, and are tried. */
import { type FormEvent, useId, useState } from 'react'
import type {
  ConnectPlanView,
  ConnectRequest,
  ConnectResultView,
  ConsumerView,
} from '../../app/contract/consumers.ts'
import type { Failure } from '../../app/contract/failure.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DoneFoot } from '../ui/done-foot.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { useNextButton } from '../ui/next-button.ts'
import { rich } from '../ui/rich.ts'
import { Swap } from '../ui/swap.tsx'
import { Proof } from './proof.tsx'
import { WrittenLines } from './written-lines.tsx'

type Step =
  | { readonly kind: 'ask' }
  | { readonly kind: 'shown'; readonly request: ConnectRequest; readonly plan: ConnectPlanView }
  | { readonly kind: 'done'; readonly result: ConnectResultView }

export function ConnectDialog(props: { consumer: string }) {
  const actions = useActions()
  const consumer = useAppState((state) => state.programs?.consumers.find(({ id }) => id === props.consumer))
  const [step, setStep] = useState<Step>({ kind: 'ask' })
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  if (!consumer) return null

  async function show(request: ConnectRequest): Promise<void> {
    if (busy) return
    setBusy(true)
    const reply = await actions.planProgram(request)
    setBusy(false)
    setFailure(reply.ok ? undefined : reply.failure)
    if (reply.ok) setStep({ kind: 'shown', request, plan: reply.value })
  }

  async function write(request: ConnectRequest, planId: string): Promise<void> {
    if (busy) return
    setBusy(true)
    const reply = await actions.connectProgram(request, planId)
    setBusy(false)
    setFailure(reply.ok ? undefined : reply.failure)
    if (reply.ok) setStep({ kind: 'done', result: reply.value })
    else setStep({ kind: 'ask' })
  }

  return (
    <Dialog
      title={t('Connect {name}', { name: consumer.name })}
      lead={known(consumer.gains)}
      onClose={() => void actions.closeDialog()}
    >
      {/* Stays while the lines are shown: whoever goes back finds their answers. */}
      <div hidden={step.kind !== 'ask'}>
        <Ask consumer={consumer} busy={busy} failure={failure} onShow={(request) => void show(request)} />
      </div>
      {step.kind === 'shown' ? (
        <Shown
          plan={step.plan}
          busy={busy}
          onBack={() => setStep({ kind: 'ask' })}
          onWrite={() => void write(step.request, step.plan.id)}
        />
      ) : null}
      {step.kind === 'done' ? <Done result={step.result} /> : null}
    </Dialog>
  )
}

function Ask(props: {
  consumer: ConsumerView
  busy: boolean
  failure: Failure | undefined
  onShow: (request: ConnectRequest) => void
}) {
  const { consumer, busy, failure } = props
  const actions = useActions()
  const profiles = useAppState((state) => state.overview?.profiles) ?? []
  const id = useId()
  const [login, setLogin] = useState(profiles.length === 1 ? (profiles[0]?.id ?? '') : '')
  const [answers, setAnswers] = useState<readonly string[]>(() =>
    consumer.questions.map(({ choices }) => (choices.length === 1 ? (choices[0] ?? '') : '')),
  )
  const isWhole = login !== '' && answers.every((answer) => answer.trim() !== '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isWhole && !busy) props.onShow({ consumer: consumer.id, login, answers })
  }
  return (
    <form className="dialog-form" noValidate onSubmit={submit}>
      <div className="dialog-body">
        <div className="field">
          <label htmlFor={`${id}-login`}>{t('Which login shall it use?')}</label>
          <select
            id={`${id}-login`}
            className="input"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          >
            <option value="" disabled>
              {t('Choose a login')}
            </option>
            {profiles.map((profile) => (
              <option key={profile.id} value={profile.id}>
                {`${calledOf(profile)}, ${profile.providerName}`}
              </option>
            ))}
          </select>
        </div>
        {consumer.questions.map(({ name, label, example, choices }, at) => (
          <div className="field" key={name}>
            <label htmlFor={`${id}-${name}`}>{known(label)}</label>
            <input
              id={`${id}-${name}`}
              className="input"
              value={answers[at] ?? ''}
              placeholder={example}
              list={choices.length > 0 ? `${id}-${name}-list` : undefined}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              onChange={(event) =>
                setAnswers(answers.map((one, other) => (other === at ? event.target.value : one)))
              }
            />
            {choices.length > 0 ? (
              <datalist id={`${id}-${name}-list`}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} />
                ))}
              </datalist>
            ) : null}
          </div>
        ))}
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      </div>
      <FormFoot
        label={t('Show what is written')}
        isOff={!isWhole || busy}
        onCancel={() => void actions.closeDialog()}
      />
    </form>
  )
}

function Shown(props: { plan: ConnectPlanView; busy: boolean; onBack: () => void; onWrite: () => void }) {
  const { plan, busy } = props
  const next = useNextButton()
  return (
    <>
      <div className="dialog-body">
        <p>
          {rich(
            '{account} becomes the login for {use}. These lines are written, and the files kept as they are now:',
            { account: plan.account, use: <span className="mono break">{plan.use}</span> },
          )}
        </p>
        <WrittenLines files={plan.files} />
        {plan.notes.map((note) => (
          <p key={note} className="quiet">
            {known(note)}
          </p>
        ))}
      </div>
      <footer className="dialog-foot">
        <button
          ref={next}
          type="button"
          className="button button-large button-primary"
          aria-disabled={busy}
          onClick={props.onWrite}
        >
          <Swap words={t('Connect')} other={t('Connecting…')} isOther={busy} />
        </button>
        <button type="button" className="button button-large" onClick={props.onBack}>
          {t('Back')}
        </button>
      </footer>
    </>
  )
}

function Done(props: { result: ConnectResultView }) {
  const { connection, proof } = props.result
  return (
    <>
      <div className="dialog-body">
        <Proof proof={proof} />
        <p className="quiet">
          {proof.isProven
            ? t('{name} is connected. Disconnecting puts every file back as it was.', {
                name: connection.name,
              })
            : t(
                'The lines are written. Mend what stands above, then press “Try it” in the details of {name}; disconnecting takes them out again.',
                { name: connection.name },
              )}
        </p>
      </div>
      <DoneFoot />
    </>
  )
}
