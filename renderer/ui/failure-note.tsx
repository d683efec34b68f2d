/** An error in plain words: what happened, what to do, and the technical text one click away. */
import { useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { Swap } from './swap.tsx'

export function FailureNote(props: { failure: Failure; tone?: 'alarm' | 'quiet' }) {
  const { failure } = props
  return (
    <div className={`note note-${props.tone ?? 'quiet'}`}>
      <p>
        {known(failure.message)}
        {failure.hint ? <span className="note-hint"> {known(failure.hint)}</span> : null}
      </p>
      <TechnicalDetail failure={failure} />
    </div>
  )
}

export function TechnicalDetail(props: { failure: Pick<Failure, 'code' | 'detail' | 'message'> }) {
  const { code, detail } = props.failure
  const text = detail ? `${detail}\n(${code})` : code
  return (
    <details className="technical">
      <summary>{t('Technical detail')}</summary>
      <pre>{text}</pre>
      <CopyButton text={`${known(props.failure.message)}\n${text}`} label={t('Copy detail')} />
    </details>
  )
}

/** Says "Copied" in place, for as long as the pointer or the focus stays. */
export function CopyButton(props: {
  text: string
  label: string
  className?: string
  /** Read out in place of the label, where several stand in a list. */
  about?: string
  tabIndex?: 0 | -1
}) {
  const actions = useActions()
  const [copied, setCopied] = useState(false)
  return (
    <button
      type="button"
      className={`button ${props.className ?? 'button-small'}`}
      aria-label={copied ? undefined : props.about}
      tabIndex={props.tabIndex}
      onClick={() => void actions.copy(props.text).then(setCopied)}
      onBlur={() => setCopied(false)}
      onPointerLeave={() => setCopied(false)}
    >
      <Swap words={props.label} other={t('Copied')} isOther={copied} />
    </button>
  )
}
