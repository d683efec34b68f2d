/** RFC 9110 §10.2.3: Retry-After, in seconds or as an HTTP-date. */

const SECOND = 1000
/** A server that says "in a year" means "go away", and we look again tomorrow. */
const LONGEST_MS = 24 * 60 * 60 * SECOND

/** Milliseconds from now. An HTTP-date is compared with the server's own Date where it sent one: clocks differ. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * SECOND, LONGEST_MS)
  const atMs = Date.parse(value)
  if (Number.isNaN(atMs)) return undefined
  const serverNowMs = Date.parse(headers.date ?? '')
  const waitMs = atMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs)
  return Math.min(Math.max(waitMs, 0), LONGEST_MS)
}
