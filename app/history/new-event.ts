/** What is recorded of one attempt, in a sentence. Pure; fingerprints only, never a token. */
import type { HistoryEventView } from '../contract/views.ts'
import type { RefreshOutcome } from '../model/refresh-outcome.ts'

export type NewEvent = Omit<HistoryEventView, 'id'>
type About = Pick<
  NewEvent,
  'atMs' | 'profileId' | 'providerId' | 'account' | 'askedBy' | 'process' | 'pid' | 'durationMs'
>

export function eventOf(outcome: RefreshOutcome, about: About): NewEvent {
  const base = { ...about, ...(outcome.grant ? { grant: outcome.grant } : {}) }
  switch (outcome.kind) {
    case 'refreshed':
      return {
        ...base,
        kind: 'refreshed',
        successor: outcome.successor,
        holders: outcome.written.length,
        message: refreshedMessage(outcome),
        ...troubleOf(outcome),
      }
    case 'adopted':
      return {
        ...base,
        kind: 'adopted',
        message: adoptedMessage(outcome),
        ...(outcome.raced ? { cause: 'reused' } : {}),
        ...(outcome.successor === undefined ? {} : { successor: outcome.successor }),
        ...(outcome.foundIn === undefined ? {} : { foundIn: outcome.foundIn }),
        ...(outcome.repaired.length > 0 ? { holders: outcome.repaired.length } : {}),
      }
    case 'repaired':
      return {
        ...base,
        kind: 'repaired',
        message: repairedMessage(outcome),
        holders: outcome.repaired.length,
        ...(outcome.successor === undefined ? {} : { successor: outcome.successor }),
        ...troubleOf({ narrowed: [], troubles: outcome.troubles }),
      }
    case 'superseded':
      return {
        ...base,
        kind: 'superseded',
        message: 'The login was replaced while the renewal ran; the answer was dropped.',
      }
    case 'retry':
      return {
        ...base,
        kind: FAILED.has(outcome.cause) ? 'failed' : 'retrying',
        cause: outcome.cause,
        message: outcome.failure.message,
        ...(outcome.failure.detail === undefined ? {} : { detail: outcome.failure.detail }),
      }
    case 'rejected':
      return {
        ...base,
        kind: outcome.cause === 'other-account' ? 'failed' : 'rejected',
        cause: outcome.cause,
        message: outcome.failure.message,
        ...(outcome.failure.detail === undefined ? {} : { detail: outcome.failure.detail }),
      }
  }
}

/** What does not pass by itself with the network or the provider. */
const FAILED: ReadonlySet<string> = new Set(['client-rejected', 'not-sent', 'unwritable'])

function adoptedMessage({
  raced,
  lentBy,
  askedOf,
  foundIn,
}: Extract<RefreshOutcome, { kind: 'adopted' }>): string {
  if (askedOf !== undefined) return `${askedOf} renewed it, as Lamplighter asked.`
  if (lentBy !== undefined) return `${lentBy} sent the access token that works there now.`
  return raced
    ? 'Another process had just renewed it; its tokens are used.'
    : foundIn === undefined
      ? 'Newer tokens, written by another process, are used.'
      : `Took over ${foundIn}’s newer token.`
}

function refreshedMessage(outcome: Extract<RefreshOutcome, { kind: 'refreshed' }>): string {
  const files = new Set(outcome.written.map((holder) => holder.path)).size
  const where = files === 1 ? '' : `, written to ${files} files`
  const what = outcome.recovered ? 'Finished a renewal that was cut short' : 'Renewed'
  const lost = outcome.narrowed.length > 0 ? ` The provider took away: ${outcome.narrowed.join(' ')}.` : ''
  const kept = outcome.keptOld
    ? ' Nothing of what it could do is left, so the old token stays in use until it expires.'
    : ''
  const back = outcome.lostBy === undefined ? '' : ` ${outcome.lostBy} had lost this login; it is back.`
  return `${what}${where}.${back}${lost}${kept}`
}

function repairedMessage({ repaired, successor }: Extract<RefreshOutcome, { kind: 'repaired' }>): string {
  if (successor !== undefined)
    return 'The tokens of an earlier renewal, kept in the journal until now, are stored.'
  if (repaired.length === 0) return 'Every file already holds the newest tokens.'
  const agents = repaired.every(({ label }) => label.includes(' · '))
  return `Copied the newest token to ${repaired.length} ${agents ? 'agent' : 'file'}${repaired.length === 1 ? '' : 's'} that had an older one.`
}

/** A lost scope is said first: it is the one that only a person can mend. */
function troubleOf(
  outcome: Pick<Extract<RefreshOutcome, { kind: 'refreshed' }>, 'narrowed' | 'troubles'>,
): Pick<NewEvent, 'cause' | 'detail'> {
  const lost = outcome.narrowed.length > 0 ? [`lost: ${outcome.narrowed.join(' ')}`] : []
  const unwritten = outcome.troubles.map(({ holder, failure }) => `${holder.label}: ${failure.message}`)
  if (lost.length + unwritten.length === 0) return {}
  return {
    cause: lost.length > 0 ? 'scope-narrowed' : 'holder-unwritable',
    detail: [...lost, ...unwritten].join('\n'),
  }
}
