/** The address of a sign-in as a QR code in half blocks, for the camera of the device that has a browser. Pure. */
import { renderUnicodeCompact } from 'uqr'
import type { Line } from './line.ts'

/** ISO/IEC 18004 wants four; cameras make do with two, and a terminal has few lines. */
const QUIET_ZONE = 2
/** An address of a provider's is far shorter; one that is not is no code that anybody could read. */
const MOST_CHARACTERS = 300

/** @returns nothing where it does not fit: half a code is none */
export function qrLines(
  step: { readonly verificationUri: string; readonly verificationUriComplete?: string },
  columns: number,
): readonly Line[] {
  const address = step.verificationUriComplete ?? step.verificationUri
  if (address.length > MOST_CHARACTERS) return []
  const lines = renderUnicodeCompact(address, { ecc: 'L', border: QUIET_ZONE }).split('\n')
  if ((lines[0]?.length ?? 0) > columns) return []
  return [...lines.map((text): Line => [{ text, tone: 'code' }]), '']
}
