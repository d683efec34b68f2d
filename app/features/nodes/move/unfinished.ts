/** Moves that did not come to their end, in words, on either machine. Pure. */
import type { Failure } from '../../../contract/failure.ts'
import type { Notices } from '../../../engine/profiles/profile-notices.ts'
import type { InRecord, OutRecord } from './move-record.ts'

/** On the machine that receives. */
export function unfinishedIn(
  records: readonly InRecord[],
  machine: string | undefined,
  profileId: string,
): string | undefined {
  const record = records.find((one) => one.machine === machine && one.profile === profileId)
  switch (record?.state) {
    case 'committing':
      return `A move to this machine was cut: it goes on as soon as ${record.name} is reached. Until then it may be that nobody can renew it.`
    case 'received':
      return `A move to this machine was cut: it is ours already, and only has to be stored.`
    case 'stored':
      return `It was moved here; ${record.name} is told as soon as it is reached.`
    case 'discarded':
      return `A move to this machine was given up; ${record.name} is told as soon as it is reached.`
    default:
      return undefined
  }
}

/** On the machine that gives: something to say loudly, by profile. */
export function unfinishedOut(records: readonly OutRecord[]): Notices {
  const notices = new Map<string, readonly Failure[]>()
  for (const { profile, state, name } of records) {
    if (state !== 'committing' && state !== 'committed') continue
    const notice: Failure = {
      code: 'MOVE_UNFINISHED',
      message: `The move to ${name} is not at its end: it was given up here, and ${name} has not said that it has it.`,
      hint: `It goes on by itself when the two are in contact. lamplighter take-over ${profile} takes it back, once ${name} says that it has not used it.`,
    }
    notices.set(profile, [...(notices.get(profile) ?? []), notice])
  }
  return notices
}
