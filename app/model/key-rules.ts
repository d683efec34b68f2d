/** When an API key is to be rotated, and by whom, as config.json says it. Pure. */
import type { Failure } from '../contract/failure.ts'

const DAY_MS = 24 * 60 * 60_000
/** Before a date that only a person can keep. */
const WARNED_DAYS = 7

export interface KeyRules {
  /** Counted from when the key came here. */
  readonly rotateEveryDays?: number | undefined
  /** A day: "2027-03-01". A key that came after it was rotated in time. */
  readonly rotateOn?: string | undefined
  /** Prints the new key; the old one is in LAMPLIGHTER_OLD_KEY. Absent: a person rotates it. */
  readonly rotateCommand?: readonly string[] | undefined
  /** Ends well when the key in LAMPLIGHTER_KEY works. */
  readonly probeCommand?: readonly string[] | undefined
}

export interface KeyPlan {
  readonly rotateAtMs?: number
  readonly byCommand: boolean
}

export function keyPlan(
  { rotateEveryDays, rotateOn, rotateCommand }: KeyRules,
  keptSinceMs: number | undefined,
): KeyPlan {
  const onMs = rotateOn === undefined ? Number.NaN : Date.parse(rotateOn)
  const everyMs = (keptSinceMs ?? Number.NaN) + (rotateEveryDays ?? Number.NaN) * DAY_MS
  const open = [everyMs, ...(onMs > (keptSinceMs ?? 0) ? [onMs] : [])].filter((at) => !Number.isNaN(at))
  return {
    byCommand: rotateCommand !== undefined,
    ...(open.length === 0 ? {} : { rotateAtMs: Math.min(...open) }),
  }
}

/** It is for a person to rotate, soon or already: what they are told. */
export function rotationReminder(
  plan: KeyPlan | undefined,
  profileId: string,
  nowMs: number,
): readonly [Failure] | undefined {
  const { rotateAtMs, byCommand } = plan ?? { byCommand: true }
  if (rotateAtMs === undefined || byCommand || nowMs < rotateAtMs - WARNED_DAYS * DAY_MS) return undefined
  const day = new Date(rotateAtMs).toISOString().slice(0, 10)
  const reminder = {
    code: 'rotate-key',
    message:
      nowMs < rotateAtMs ? `This key is to be rotated by ${day}.` : `This key was to be rotated by ${day}.`,
    hint: `Make a new one where it came from, then: lamplighter key rotate ${profileId}`,
  }
  return [reminder]
}
