/** The letters of a provider or a program on their quiet colour; the name always stands beside them. */
import { tileOf } from '../format/tile.ts'

export function Tile(props: { name: string; small?: boolean }) {
  const { letters, hue } = tileOf(props.name)
  return (
    <span className={`tile tile-${hue}${props.small ? ' tile-small' : ''}`} aria-hidden="true">
      {letters}
    </span>
  )
}
