/** The promise without which a dialog does not go on. */
import type { ReactNode } from 'react'

export function SureCheck(props: { sure: boolean; onChange: (sure: boolean) => void; children: ReactNode }) {
  return (
    <label className="fork-sure">
      <input
        type="checkbox"
        className="check"
        checked={props.sure}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
