/** One of a few, by its name. */
import { useId } from 'react'

export function SelectField(props: {
  name: string
  label: string
  value: string
  options: readonly (readonly [id: string, label: string])[]
  error?: string | undefined
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        name={props.name}
        className="input"
        value={props.value}
        aria-invalid={props.error !== undefined}
        aria-describedby={props.error ? `${id}-note` : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.error ? (
        <p id={`${id}-note`} className="field-error">
          {props.error}
        </p>
      ) : null}
    </div>
  )
}
