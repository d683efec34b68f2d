/** Leaving: a refresh in flight is stored first, because the token it spent is gone. */
import { messageOf } from '../app/base/errors.ts'
import type { Log } from '../app/base/ports.ts'

/** The longest refresh is a 30 s call and its writes; longer than this is a hang, and the journal has the rest. */
export const CLOSE_LIMIT_MS = 35_000

/**
 * Never throws: whoever quits wants to be gone. @param holdsTokens while it says so there is no limit, for nobody else
 * has them. @returns whether everything was put away in time
 */
export async function closeWithin(
  limitMs: number,
  close: () => Promise<void>,
  log: Log,
  holdsTokens: () => boolean = () => false,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    const give = (): void => {
      timer = setTimeout(() => {
        if (holdsTokens()) return give()
        log.warn('a renewal did not end in time; its journal entry is picked up at the next start')
        resolve(false)
      }, limitMs)
    }
    give()
  })
  const closed = close().then(
    () => true,
    (error: unknown) => {
      log.warn('closing failed', { reason: messageOf(error) })
      return false
    },
  )
  const inTime = await Promise.race([closed, late])
  clearTimeout(timer)
  return inTime
}
