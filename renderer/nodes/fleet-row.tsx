/** One row of the fleet's cards: a machine, a login, or a way to either. */
import type { ReactNode } from 'react'
import type { Shape, Tone } from '../format/labels.ts'
import { Glyph } from '../ui/glyph.tsx'

export function FleetRow(props: {
  shape: Shape
  tone: Tone
  title: string
  note: string
  /** Its button; what has to be read first stands below the row. */
  children?: ReactNode
}) {
  return (
    <li className="setting fleet-row">
      <Glyph shape={props.shape} tone={props.tone} />
      <div className="setting-words">
        <p className="setting-title break">{props.title}</p>
        <p className="setting-note tabular">{props.note}</p>
      </div>
      {props.children}
    </li>
  )
}
