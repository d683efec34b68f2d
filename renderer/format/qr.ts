/** A QR code as one SVG path, one unit for each module. */
import { encode } from 'uqr'

export interface QrPath {
  /** Modules along one side, the quiet zone included. */
  readonly size: number
  readonly d: string
}

/** ISO/IEC 18004 wants four light modules on every side. */
const QUIET_ZONE = 4

/**
 * @param isDense drawn large, with less correction: for what is longer than an address
 * @returns undefined for a text that no QR code can hold
 */
export function qrPath(text: string, isDense = false): QrPath | undefined {
  // Version 40 at the lowest correction holds 2,953 bytes; a code of that size is more than a camera reads here.
  if (new TextEncoder().encode(text).length > (isDense ? MOST_DENSE_BYTES : MOST_BYTES)) return undefined
  const { data } = encode(text, { ecc: isDense ? 'L' : 'M', border: QUIET_ZONE })
  return { size: data.length, d: data.map((row, y) => runs(row, y)).join('') }
}

/** About version 20: 97 modules, which is 2 px each where it is drawn. */
const MOST_BYTES = 600
/** Version 29: 133 modules, 3 px each. */
const MOST_DENSE_BYTES = 1_600

/** Neighbours in a row are one rectangle: no hairlines between them, and a short path. */
function runs(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    let end = x
    while (row[end]) end += 1
    path += `M${x} ${y}h${end - x}v1H${x}z`
    x = end
  }
  return path
}
