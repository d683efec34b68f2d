/** A labelled field, with what it wants or what is wrong with it under it. */
import { useId } from 'react'

export interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string | undefined
  /** It can be so, and hardly is what was meant. */
  readonly warning?: string | undefined
  /** `secret` is never shown, `secret-lines` is one of several lines. */
  readonly kind?: 'text' | 'lines' | 'secret' | 'secret-lines' | 'date'
  /** Where a dialog begins. */
  readonly first?: true
  readonly onChange: (value: string) => void
}

export function TextField(props: TextFieldProps) {
  const { kind = 'text' } = props
  const id = useId()
  const note = props.error ?? props.warning ?? props.hint
  const tone = props.error ? 'field-error' : props.warning ? 'field-warning' : 'quiet'
  const common = {
    id,
    name: props.name,
    value: props.value,
    placeholder: props.placeholder,
    spellCheck: false,
    autoComplete: 'off',
    ...(props.first ? { 'data-first': '' } : {}),
    'aria-invalid': props.error !== undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => props.onChange(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {kind === 'lines' || kind === 'secret-lines' ? (
        <textarea {...common} rows={kind === 'lines' ? 2 : 4} className={`input input-${kind}`} />
      ) : (
        <input {...common} className="input" type={TYPES[kind]} />
      )}
      {note ? (
        <p id={`${id}-note`} className={tone}>
          {note}
        </p>
      ) : null}
    </div>
  )
}

const TYPES = { text: 'text', secret: 'password', date: 'date' } as const
