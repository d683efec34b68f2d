// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in profile-list.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: a heading; the arrow keys pass over it
import { counted } from '../format/labels.ts'

export function GroupHeading(props: { name: string; count: number; index: number; height: number }) {
  return (
    <div role="row" className="group-row" aria-rowindex={props.index} style={{ height: props.height }}>
      <div role="rowheader" className="group-name" aria-colspan={4}>
        <span className="clip">{props.name}</span>
        <span className="group-count">{counted(props.count, 'login')}</span>
      </div>
    </div>
  )
}
