/** A race as a story: who took part, what happened, whether anything needs doing. Pure; names and pids, never a message from outside. */
import type { HistoryEventView, RaceProcessView, RaceView } from '../contract/views.ts'

export interface RaceFacts {
  readonly isSuccess: (event: HistoryEventView) => boolean
  readonly isReused: (event: HistoryEventView) => boolean
  /** When each profile last got new tokens of its own. */
  readonly lastSuccessMs: ReadonlyMap<string, number>
}

type Part = RaceProcessView['part']

const BY_WEIGHT: readonly Part[] = ['refreshed', 'adopted', 'refused', 'failed']
const MOST_NAMED = 3

/** @param events oldest first, at least one */
export function toRaceView(events: readonly HistoryEventView[], facts: RaceFacts): RaceView {
  const first = events[0] as HistoryEventView
  const last = events.at(-1) as HistoryEventView
  const won = events.find(facts.isSuccess)
  const mended = won !== undefined || events.some((event) => event.kind === 'adopted')
  const since = (facts.lastSuccessMs.get(first.profileId) ?? Number.NEGATIVE_INFINITY) > last.atMs
  const needsYou = !mended && !since
  return {
    id: `race-${first.id}`,
    atMs: last.atMs,
    profileId: first.profileId,
    providerId: first.providerId,
    account: first.account,
    message: story(events, won, facts),
    advice: advice({ mended, since, reused: events.some(facts.isReused) }),
    needsYou,
    processes: processesOf(events, won, facts),
    eventIds: events.map((event) => event.id).reverse(),
  }
}

function processesOf(
  events: readonly HistoryEventView[],
  won: HistoryEventView | undefined,
  facts: RaceFacts,
): readonly RaceProcessView[] {
  const parts = new Map<string, RaceProcessView>()
  for (const event of events) {
    const part = partOf(event, facts)
    const key = keyOf(event)
    const known = parts.get(key)
    if (known && BY_WEIGHT.indexOf(known.part) <= BY_WEIGHT.indexOf(part)) continue
    parts.set(key, { name: event.process, pid: event.pid, part })
  }
  const ours = [...parts.values()].sort((a, b) => BY_WEIGHT.indexOf(a.part) - BY_WEIGHT.indexOf(b.part))
  return won ? ours : [{ name: rivalIn(events), part: 'refreshed' }, ...ours]
}

function partOf(event: HistoryEventView, { isSuccess, isReused }: RaceFacts): Part {
  if (isSuccess(event)) return 'refreshed'
  if (event.kind === 'adopted') return 'adopted'
  return isReused(event) || event.kind === 'rejected' ? 'refused' : 'failed'
}

/** Nobody of ours has recorded the new tokens, so whoever keeps the file they were found in wrote them. */
function rivalIn(events: readonly HistoryEventView[]): string {
  const found = events.find((event) => event.foundIn !== undefined)?.foundIn
  return found === undefined || found === 'Lamplighter' ? 'Another process' : found
}

function story(
  events: readonly HistoryEventView[],
  won: HistoryEventView | undefined,
  facts: RaceFacts,
): string {
  const others = events.filter((event) => event !== won)
  const adopted = others.filter((event) => event.kind === 'adopted')
  const waited = adopted.filter((event) => !facts.isReused(event))
  const late = adopted.filter(facts.isReused)
  const refused = others.filter((event) => partOf(event, facts) === 'refused')
  const failed = others.filter((event) => partOf(event, facts) === 'failed')
  const winner = won ? named(won) : rivalIn(events)
  const again = (some: readonly HistoryEventView[]): boolean =>
    won !== undefined && some.every((event) => keyOf(event) === keyOf(won))
  return [
    opening(winner, won, adopted.length > 0),
    ...told(waited, (who) => `${who} found the new tokens and used them.`),
    ...told(late, (who) => `${who} had sent the same refresh token, was refused, and used the new tokens.`),
    ...told(refused, (who) => `${who} sent the same refresh token and was refused.`),
    ...(again(failed)
      ? told(failed, () => 'Another try of its own failed at the same moment.')
      : told(failed, (who) => `${who} tried at the same moment and failed.`)),
  ].join(' ')
}

function opening(winner: string, won: HistoryEventView | undefined, adopted: boolean): string {
  if (won?.kind === 'signed-in') return `${winner} signed in again.`
  if (won?.kind === 'imported') return `${winner} brought in newer tokens.`
  if (won) return `${winner} renewed this login.`
  if (adopted) return `${winner} renewed this login first.`
  return `${winner} had already used this refresh token.`
}

function told(events: readonly HistoryEventView[], say: (who: string) => string): readonly string[] {
  const names = [...new Map(events.map((event) => [keyOf(event), named(event)])).values()]
  if (names.length === 0) return []
  if (names.length > MOST_NAMED) return [say(`${names.length} processes`)]
  const last = names.at(-1) ?? ''
  return [say(names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`)]
}

function advice(end: {
  readonly mended: boolean
  readonly since: boolean
  readonly reused: boolean
}): string {
  if (!end.mended)
    return end.since
      ? 'Nothing to do: the login has got new tokens since.'
      : 'Sign in again to bring this login back.'
  if (!end.reused) return 'Nothing to do: everybody has the new tokens.'
  return 'Nothing to do now. If the provider ends the login because it saw a used refresh token, Lamplighter asks you to sign in.'
}

function keyOf({ process, pid }: HistoryEventView): string {
  return `${pid} ${process}`
}

function named({ process, pid }: HistoryEventView): string {
  return `${process} (pid ${pid})`
}
