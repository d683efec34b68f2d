/** How far back the history looks: radio buttons, drawn as one control. */
import { useActions, useAppState } from '../app-context.ts'
import { RANGES } from '../format/ranges.ts'

export function RangeSwitch() {
  const actions = useActions()
  const chosen = useAppState((state) => state.historyRange)
  return (
    <fieldset className="switch">
      <legend className="only-read">Range</legend>
      {RANGES.map((range) => (
        <label key={range.id} className="switch-part">
          <input
            type="radio"
            name="history-range"
            value={range.id}
            checked={chosen === range.id}
            onChange={() => actions.showRange(range.id)}
          />
          <span data-label={range.label}>{range.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
