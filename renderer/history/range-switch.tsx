/** How far back the history looks: radio buttons, drawn as one control. */

import { RANGES } from '../model/ranges.ts'
import { useActions, useAppState } from '../state/app-context.ts'

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
