/** What the steps of the wizard share: where one is, what is asked, and the way on and back. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'

const STEPS = [
  { kind: 'choose', word: t('Choose') },
  { kind: 'ways', word: t('How') },
  { kind: 'check', word: t('Check') },
] as const

export type StepKind = (typeof STEPS)[number]['kind']

export function TransferFrame(props: {
  kind: StepKind
  title: string
  lead?: string
  failure?: Failure | undefined
  /** Left of the buttons: what is still missing, or what to know. */
  note: string
  buttons: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    // A long list was scrolled; the next step begins at its top.
    heading.current?.scrollIntoView?.({ block: 'end' })
  }, [])
  return (
    <>
      <header className="screen-head transfer-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        <ol className="steps" aria-label={t('Steps')}>
          {STEPS.map(({ kind, word }, at) => (
            <li key={kind} aria-current={kind === props.kind ? 'step' : undefined}>
              <span className="steps-number" aria-hidden="true">
                {at + 1}
              </span>
              {word}
            </li>
          ))}
        </ol>
      </header>
      {props.lead ? <p className="import-lead">{props.lead}</p> : null}
      {props.children}
      {props.failure ? (
        <div className="import-failure" role="alert">
          <FailureNote failure={props.failure} tone="alarm" />
        </div>
      ) : null}
      <footer className="import-foot transfer-foot">
        <p className="import-promise">{props.note}</p>
        <div className="buttons">{props.buttons}</div>
      </footer>
    </>
  )
}

/** The way out, the way back where there is one, and the way on. */
export function StepButtons(props: { kind: StepKind; label: string; isOff?: boolean; onNext: () => void }) {
  const actions = useActions()
  const before = STEPS[STEPS.findIndex(({ kind }) => kind === props.kind) - 1]
  return (
    <>
      <button type="button" className="button button-large" onClick={actions.leaveTransfer}>
        {t('Cancel')}
      </button>
      {before ? (
        <button
          type="button"
          className="button button-large"
          onClick={() => actions.toTransferStep(before.kind)}
        >
          {t('Back')}
        </button>
      ) : null}
      <button
        type="button"
        className="button button-large button-primary"
        aria-disabled={props.isOff}
        onClick={props.onNext}
      >
        {props.label}
      </button>
    </>
  )
}

/** A login as every step names it. */
export function Who(props: { account: string; providerName: string }) {
  return (
    <>
      <span className="import-account">{props.account}</span>
      <span className="import-provider">{props.providerName}</span>
    </>
  )
}
