/** Numbers with reasons: how early, how spread, how patient. Pure. */

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Ten minutes outlasts a lunch-time captive portal and most provider incidents' first minutes. */
export const DEFAULT_LEAD_MS = 10 * MINUTE
/** Five-minute tokens must not be refreshed all the time: a lead never eats more than a fifth of the life. */
export const LEAD_SHARE = 0.2
/** Many logins made in one sitting lapse together; a tenth of the lead spreads them. */
export const JITTER_SHARE = 0.1
/** By the schedule, no login is refreshed again sooner: a provider that says "one second" would be asked all day long. */
export const SHORTEST_INTERVAL_MS = MINUTE

export const CALL_TIMEOUT_MS = 30 * SECOND
/** Longer than a call can take, so that a live owner is never taken for a dead one. */
export const LOCK_STALE_MS = 60 * SECOND
/** A waiter outlasts one whole call of somebody else, and then some. */
export const WAIT_MS = 45 * SECOND
/** Clocks jump and laptops sleep; prime, so that wake-ups of many programs do not align. */
export const MAX_SLEEP_MS = 37 * SECOND
/** At most this many requests at once to one token endpoint, unless config.json says otherwise. */
export const DEFAULT_MAX_CONCURRENT = 4

const BACKOFF_FLOOR_MS = 5 * SECOND
const BACKOFF_CEILING_MS = 5 * MINUTE
/** A wrong client id does not mend itself; look again now and then in case the provider does. */
export const CLIENT_REJECTED_RETRY_MS = 60 * MINUTE
/** So often in a row, a refusal of what worked before is about the login: some minutes of it. */
export const LASTING_REFUSALS = 3
/** Nearer to the last one that counted, a refusal is the same again: somebody is impatient. */
export const REFUSALS_APART_MS = MINUTE

export interface DueInput {
  readonly expiresAtMs: number
  readonly issuedAtMs: number | undefined
  readonly leadMs: number
  /** [0, 1): stable for one token, so that planning again gives the same answer. */
  readonly spread: number
}

/** expiry − lead, the lead capped by a share of the life where the life is known, spread by ±10 %. */
export function dueAtMs(input: DueInput): number {
  const life = input.issuedAtMs === undefined ? undefined : input.expiresAtMs - input.issuedAtMs
  const lead = life !== undefined && life > 0 ? Math.min(input.leadMs, life * LEAD_SHARE) : input.leadMs
  const jitter = lead * JITTER_SHARE * (2 * input.spread - 1)
  return Math.round(input.expiresAtMs - lead - jitter)
}

/** Exponential with full jitter, 5 s to 5 min. @param failures how many in a row, 1 for the first */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(BACKOFF_CEILING_MS, BACKOFF_FLOOR_MS * 2 ** Math.min(failures, 10))
  return Math.round(BACKOFF_FLOOR_MS + random * (ceiling - BACKOFF_FLOOR_MS))
}

/** The spread of one token: from its fingerprint, so that every process and every restart agree. */
export function spreadOf(fingerprint: string | undefined): number {
  const digits = Number.parseInt((fingerprint ?? '8000').slice(0, 4), 16)
  return Number.isNaN(digits) ? 0.5 : digits / 0x10000
}
