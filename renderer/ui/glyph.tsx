/** The shapes of states and events: apart from each other in grey, at 14 px. The word always stands beside them. */
import type { ReactElement } from 'react'
import type { Shape, Tone } from '../format/labels.ts'

const DRAWN: Readonly<Record<Shape, ReactElement>> = {
  disc: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  half: (
    <>
      <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 2.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
    </>
  ),
  'ring-open': (
    <path
      d="M9.6 2.6A5.1 5.1 0 1 1 4.2 2.7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
    />
  ),
  'ring-dotted': (
    <circle
      cx="7"
      cy="7"
      r="5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeDasharray="2.2 1.727"
    />
  ),
  ring: <circle cx="7" cy="7" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  triangle: <path d="M7 1.9 12.6 12H1.4z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  'square-open': (
    <rect x="2.5" y="2.5" width="9" height="9" rx="2" fill="none" stroke="currentColor" strokeWidth="1.6" />
  ),
  dash: <path d="M3 7h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  'dash-dotted': <path d="M2.5 7h9" stroke="currentColor" strokeWidth="2.2" strokeDasharray="2.2 1.2" />,
  diamond: <path d="M7 1.6 12.4 7 7 12.4 1.6 7z" fill="currentColor" />,
  'diamond-open': (
    <path d="M7 2.4 11.6 7 7 11.6 2.4 7z" fill="none" stroke="currentColor" strokeWidth="1.6" />
  ),
  square: <rect x="2.4" y="2.4" width="9.2" height="9.2" rx="1" fill="currentColor" />,
  cross: (
    <path d="m3.2 3.2 7.6 7.6m0-7.6-7.6 7.6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  target: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="7" cy="7" r="2.2" fill="currentColor" />
    </>
  ),
  arrow: (
    <path
      d="M7 1.8v7M3.6 6.2 7 9.6l3.4-3.4M2.4 12.2h9.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  twins: (
    <>
      <circle cx="4.4" cy="7" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="9.8" cy="7" r="3.2" fill="currentColor" />
    </>
  ),
  plus: <path d="M7 2.4v9.2M2.4 7h9.2" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
}

export function Glyph(props: { shape: Shape; tone: Tone; turning?: boolean; small?: boolean }) {
  const size = props.small ? ' glyph-small' : ''
  return (
    <svg
      className={`glyph tone-${props.tone}${props.turning ? ' glyph-turning' : ''}${size}`}
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWN[props.shape]}
    </svg>
  )
}
