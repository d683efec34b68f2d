/** Leaving: a refresh in flight is stored first, because the token it spent is gone. */
import { messageOf } from '../app/base/errors.ts'
import type { Log } from '../app/base/ports.ts'

/** The longest refresh is a 30 s call and its writes; longer than this is a hang, and the journal has the rest. */
export const CLOSE_LIMIT_MS = 35_000

/** A person who has just quit looks for what became of it. */
const LOOK_MS = 1_000

export interface Held {
  /** While it says so there is no limit, for nobody else has the tokens. */
  readonly holdsTokens: () => boolean
  /** Called once, when it is seen to hold them. */
  readonly onHolding: () => void
}

const NOTHING: Held = { holdsTokens: () => false, onHolding: () => undefined }

/** Never throws: whoever quits wants to be gone. @returns whether everything was put away in time */
export async function closeWithin(
  limitMs: number,
  close: () => Promise<void>,
  log: Log,
  { holdsTokens, onHolding }: Held = NOTHING,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    const lookMs = Math.min(limitMs, LOOK_MS)
    let waitedMs = 0
    let isTold = false
    const look = (): void => {
      waitedMs += lookMs
      if (holdsTokens()) {
        waitedMs = 0
        if (!isTold) onHolding()
        isTold = true
      } else if (waitedMs >= limitMs) {
        log.warn('a renewal did not end in time; its journal entry is picked up at the next start')
        resolve(false)
      }
    }
    timer = setInterval(look, lookMs)
  })
  const closed = close().then(
    () => true,
    (error: unknown) => {
      log.warn('closing failed', { reason: messageOf(error) })
      return false
    },
  )
  const inTime = await Promise.race([closed, late])
  clearInterval(timer)
  return inTime
}
