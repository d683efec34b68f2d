/** "90s", "30m", "2h", "7d" and plain words for what is left. Pure. */
import { AppError } from '../../base/errors.ts'

/** A hundred years: what reaches further back or ahead is no date any more. */
const LONGEST_MS = 36_500 * 86_400_000

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** @throws AppError ARGUMENT_INVALID */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text.trim())
  const unit = UNIT_MS[match?.[2] ?? '']
  if (!match?.[1] || unit === undefined) {
    throw new AppError('ARGUMENT_INVALID', `"${text}" is not a length of time.`, {
      hint: 'Write a number and a unit: 90s, 30m, 2h or 7d.',
    })
  }
  const ms = Math.round(Number(match[1]) * unit)
  if (ms <= LONGEST_MS) return ms
  throw new AppError('ARGUMENT_INVALID', `"${text}" is longer than a hundred years.`)
}

/** "9 d 3 h", "5 h 10 min", "12 min", "48 s"; "3 h ago" for what is past. */
export function inWords(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const past = ms < 0
  const words =
    days > 0
      ? join(days, 'd', past ? 0 : hours % 24, 'h')
      : hours > 0
        ? join(hours, 'h', past ? 0 : minutes % 60, 'min')
        : minutes > 0
          ? `${minutes} min`
          : `${seconds} s`
  return past ? `${words} ago` : words
}

/** As inWords, and to the second below ten minutes, with two digits: nothing moves while it is counted down. */
export function countdown(ms: number): string {
  if (ms < MINUTE_MS || ms >= FINE_BELOW_MS) return inWords(ms)
  const seconds = Math.floor((ms % MINUTE_MS) / 1000)
  return `${Math.floor(ms / MINUTE_MS)} min ${String(seconds).padStart(2, '0')} s`
}

const MINUTE_MS = 60_000
const FINE_BELOW_MS = 10 * MINUTE_MS

function join(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small > 0 ? `${big} ${bigUnit} ${small} ${smallUnit}` : `${big} ${bigUnit}`
}
