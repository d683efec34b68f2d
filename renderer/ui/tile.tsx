/** The letters of a provider or a program on their quiet colour, or what stands for a file; the name always stands beside them. */
import { tileOf } from '../format/tile.ts'
import { FileIcon, InfoIcon } from './icons.tsx'

export function Tile(props: { name: string; small?: boolean }) {
  const { letters, hue } = tileOf(props.name)
  return (
    <span className={`tile tile-${hue}${props.small ? ' tile-small' : ''}`} aria-hidden="true">
      {letters}
    </span>
  )
}

/** No provider's or program's. @param props.path undefined: not even a file's */
export function FileTile(props: { path: string | undefined }) {
  return (
    <span className="tile tile-file" aria-hidden="true">
      {props.path === undefined ? <InfoIcon /> : <FileIcon />}
    </span>
  )
}
