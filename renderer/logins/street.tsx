/** A lamp for each login, at dusk. A picture: what it shows is said in words beside it. */
import { useId } from 'react'
import type { StreetLamp as Lamp } from '../model/band.ts'
import { Shine, StreetLamp } from '../ui/lamp.tsx'

export function Street(props: { lamps: readonly Lamp[] }) {
  const shine = useId()
  if (props.lamps.length === 0) return null
  return (
    <div className="street" aria-hidden="true">
      <svg className="street-defs" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          <Shine id={shine} />
        </defs>
      </svg>
      {props.lamps.map((lamp) => (
        <StreetLamp key={lamp.id} state={lamp.state} title={lamp.name} shine={shine} />
      ))}
    </div>
  )
}
