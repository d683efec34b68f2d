/** A write whose outcome is not heard is made again, with the same text, until it is written or refused. */
import { Deadline } from '../../base/deadline.ts'
import type { Clock } from '../../base/ports.ts'
import { RegisterFailure, type RegisterRecord, type RegisterWrite } from '../../base/register.ts'

/** An election takes two seconds, a cut longer: then it counts as not heard, and is found out at the next look. */
const PATIENCE_MS = 20_000
const FIRST_WAIT_MS = 100

export type SureWrite =
  | { readonly kind: 'written'; readonly revision: number }
  | { readonly kind: 'refused'; readonly now?: RegisterRecord }

/**
 * @param text what is written: like no other, or such that it does not matter who wrote it
 * @throws RegisterFailure; `unknown` when it may have been done
 */
export async function writeForSure(
  clock: Clock,
  text: string,
  write: () => Promise<RegisterWrite>,
): Promise<SureWrite> {
  const deadline = new Deadline(clock, PATIENCE_MS)
  let mayBeDone = false
  for (let waitMs = FIRST_WAIT_MS; ; waitMs *= 2) {
    try {
      const done = await write()
      const isOurs = done.kind === 'refused' && done.now?.value === text
      return isOurs && done.now ? { kind: 'written', revision: done.now.revision } : done
    } catch (error) {
      if (!(error instanceof RegisterFailure) || !mayPass(error)) throw error
      mayBeDone ||= error.reason !== 'unreachable'
      if (!mayBeDone) throw error
      if (deadline.leftMs <= waitMs)
        throw new RegisterFailure('unknown', true, error.message, { cause: error })
      await clock.sleep(waitMs)
    }
  }
}

function mayPass({ reason }: RegisterFailure): boolean {
  return reason === 'unknown' || reason === 'no-quorum' || reason === 'unreachable'
}
