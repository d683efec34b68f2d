/** One of a few: radio buttons, drawn as one control. */
export function Choice<T extends string>(props: {
  name: string
  /** The id of the words that name it; or `label`, which nobody sees. */
  labelledBy?: string
  label?: string
  choices: readonly { readonly id: T; readonly label: string }[]
  chosen: T
  onChoose: (id: T) => void
}) {
  return (
    <fieldset className="switch" {...(props.labelledBy ? { 'aria-labelledby': props.labelledBy } : {})}>
      {props.label ? <legend className="only-read">{props.label}</legend> : null}
      {props.choices.map((one) => (
        <label key={one.id} className="switch-part">
          <input
            type="radio"
            name={props.name}
            value={one.id}
            checked={props.chosen === one.id}
            onChange={() => props.onChoose(one.id)}
          />
          <span data-label={one.label}>{one.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
