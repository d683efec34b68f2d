/** The races that a core would have found in a sample history. */
import type { HistoryEventView, RaceView } from '../../app/contract/views.ts'
import { MINUTE } from '../format/time.ts'

/** Each adoption by itself, and each race avoided together with the refresh beside it. Newest first. */
export function sampleRaces(events: readonly HistoryEventView[]): readonly RaceView[] {
  return events.flatMap((event): RaceView | [] => {
    if (event.kind === 'adopted') return fromOpenClaw(event)
    if (event.kind !== 'superseded') return []
    const beside = events.find(
      ({ kind, profileId, atMs }) =>
        kind === 'refreshed' && profileId === event.profileId && Math.abs(atMs - event.atMs) < MINUTE,
    )
    return beside ? between(beside, event) : []
  })
}

function fromOpenClaw(event: HistoryEventView): RaceView {
  return {
    ...about(event),
    message: `OpenClaw renewed this login first. ${event.process} (pid ${event.pid}) found the new tokens and used them.`,
    advice: 'Nothing to do: everybody has the new tokens.',
    processes: [
      { name: 'OpenClaw', part: 'refreshed' },
      { name: event.process, pid: event.pid, part: 'adopted' },
    ],
    eventIds: [event.id],
  }
}

function between(won: HistoryEventView, lost: HistoryEventView): RaceView {
  return {
    ...about(won),
    message: `${won.process} (pid ${won.pid}) renewed this login. lamplighter token (pid 4802) tried at the same moment and failed.`,
    advice: 'Nothing to do: everybody has the new tokens.',
    processes: [
      { name: won.process, pid: won.pid, part: 'refreshed' },
      { name: 'lamplighter token', pid: 4802, part: 'failed' },
    ],
    eventIds: [won.id, lost.id],
  }
}

function about({ id, atMs, profileId, providerId, account }: HistoryEventView) {
  return { id: `race-${id}`, atMs, profileId, providerId, account, needsYou: false }
}
