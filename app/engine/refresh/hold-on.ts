/** Whoever holds a successor that is on no disk does not end: it goes on trying to write it down, and says so. */

import type { RefreshContext } from './context.ts'
import { keepSuccessor } from './recover.ts'

const TRY_AGAIN_MS = 2_000
/** A person at the terminal should hear at once why nothing ends, and a log should not fill up with it. */
const SAY_AGAIN_MS = 60_000

/** @param mend tries the stores: their disk may be another than the journal's. Resolves once there is nothing to hold. */
export async function holdOn(tools: RefreshContext, mend: () => Promise<void>): Promise<void> {
  const { clock, log, process } = tools.ports
  for (let waitedMs = 0; tools.adrift.size > 0; waitedMs += TRY_AGAIN_MS) {
    for (const [grant, { next, entries, seen }] of tools.adrift) {
      const flushing = await keepSuccessor(tools, entries, grant, next, seen)
      await flushing()
    }
    if (tools.adrift.size > 0) await mend()
    if (tools.adrift.size === 0) return
    if (waitedMs % SAY_AGAIN_MS === 0) log.warn(HOLDING, { pid: process.pid, logins: tools.adrift.size })
    await clock.sleep(TRY_AGAIN_MS)
  }
}

const HOLDING =
  'New tokens came and no disk takes them, so this process does not end: it holds them and goes on trying. Make room, or make the disk writable. To give the tokens up, interrupt it once more.'
