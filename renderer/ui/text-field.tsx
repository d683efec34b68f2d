import { useId } from 'react'

export interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string
  readonly onChange: (value: string) => void
}

export function TextField(props: TextFieldProps) {
  const id = useId()
  const note = props.error ?? props.hint
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        className="input"
        value={props.value}
        placeholder={props.placeholder}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={props.error !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {note ? (
        <p id={`${id}-note`} className={props.error ? 'field-error' : 'quiet'}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
