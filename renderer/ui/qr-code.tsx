/** A QR code: always dark on white, whatever the theme, since cameras expect it so. */
import { useMemo } from 'react'
import { qrPath } from '../format/qr.ts'

export function QrCode(props: { text: string; name: string; dense?: boolean }) {
  const { text, dense = false } = props
  const code = useMemo(() => qrPath(text, dense), [text, dense])
  if (!code) return null
  return (
    <svg
      className={dense ? 'qr qr-dense' : 'qr'}
      role="img"
      aria-label={props.name}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <path className="qr-paper" d={`M0 0h${code.size}v${code.size}H0z`} />
      <path d={code.d} fill="currentColor" />
    </svg>
  )
}
