/** The street lamp: the logo, and the lamps of the street. Its paths are those of resources/lamp.svg. */
import { useId } from 'react'

const FLAME = 'M3.9 6h8.2L11 11H5z'
const HALF_FLAME = 'M4.34 8h7.32L11 11H5z'
const ROOF = 'M7 0h2v.9l4.7 2.4a.38.38 0 0 1-.18.7H2.48a.38.38 0 0 1-.18-.7L7 .9z'
const FRAME = 'M2.6 5h10.8l-1.6 7H10.5v1H9v3H7v-3H5.5v-1H4.2zM3.95 6l1.1 5h5.9l1.1-5z'

/** Lit, on its plate at dusk; without light where there is nothing to keep. */
export function Logo(props: { dark?: boolean }) {
  const id = useId()
  return (
    <svg className="logo" viewBox="-3 -3 22 22" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={`${id}dusk`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#252b42" />
          <stop offset="0.65" stopColor="#3d3b55" />
          <stop offset="1" stopColor="#5d4a58" />
        </linearGradient>
        <Shine id={`${id}shine`} />
      </defs>
      <rect x="-3" y="-3" width="22" height="22" rx="4.9" fill={`url(#${id}dusk)`} />
      {props.dark ? null : <circle cx="8" cy="8.5" r="10.5" fill={`url(#${id}shine)`} />}
      {props.dark ? null : <path d={FLAME} fill="#f2b25c" />}
      <path d={ROOF} fill="#f4efe6" />
      <path d={FRAME} fill="#f4efe6" fillRule="evenodd" />
    </svg>
  )
}

/** On a post, with its light on the ground. `half` burns low; `dark` does not burn, and says so with a mark. */
export function StreetLamp(props: { state: 'lit' | 'half' | 'dark'; title: string; shine: string }) {
  const { state } = props
  return (
    <svg className={`street-lamp street-${state}`} viewBox="0 0 16 36" aria-hidden="true" focusable="false">
      <title>{props.title}</title>
      {state === 'dark' ? null : (
        <g className="street-light">
          <circle cx="8" cy="8.5" r="15" fill={`url(#${props.shine})`} />
          <ellipse className="street-ground" cx="8" cy="34.6" rx="7" ry="1.3" />
          <path className="street-flame" d={state === 'half' ? HALF_FLAME : FLAME} />
        </g>
      )}
      <path className="street-iron" d={ROOF} />
      <path className="street-iron" d={FRAME} fillRule="evenodd" />
      <path className="street-iron" d="M7.4 16h1.2v18.4H7.4z" />
      {state === 'dark' ? <circle className="street-mark" cx="13" cy="3" r="2.6" /> : null}
    </svg>
  )
}

/** The light around a lamp: once for all lamps of a street. */
export function Shine(props: { id: string }) {
  return (
    <radialGradient id={props.id}>
      <stop offset="0" stopColor="#f2b25c" stopOpacity="0.8" />
      <stop offset="0.45" stopColor="#f2b25c" stopOpacity="0.3" />
      <stop offset="1" stopColor="#f2b25c" stopOpacity="0" />
    </radialGradient>
  )
}
