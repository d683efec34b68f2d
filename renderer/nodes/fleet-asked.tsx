/** Before something is done to the fleet: what that means, the button for it, and, where there is one, the way back. */
import type { ReactNode } from 'react'

export function FleetAsked(props: {
  children: ReactNode
  isBusy: boolean
  label: string
  onGo: () => void
  back?: { readonly label: string; readonly onBack: () => void }
}) {
  const { back } = props
  return (
    <div className="callout callout-warning fleet-asked">
      <p>{props.children}</p>
      <div className="buttons">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={props.isBusy}
          onClick={props.onGo}
        >
          {props.label}
        </button>
        {back ? (
          <button type="button" className="button" onClick={back.onBack}>
            {back.label}
          </button>
        ) : null}
      </div>
    </div>
  )
}
