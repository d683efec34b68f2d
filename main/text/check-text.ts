/** The answer to "Ready to restart?". Pure. */
import type { Readiness } from '../../app/model/readiness.ts'
import { duration } from './duration-text.ts'

export interface CheckText {
  readonly isReady: boolean
  readonly message: string
  readonly detail: string
}

const MOST_NAMES = 6 // a dialog higher than a small screen has its buttons out of reach

export function checkText(found: readonly Readiness[], nowMs: number): CheckText {
  const bad = found.filter(({ level }) => level !== 'ready')
  if (found.length === 0) {
    return { isReady: true, message: 'Nothing to check', detail: 'Lamplighter has found no logins yet.' }
  }
  if (bad.length === 0) return { isReady: true, message: 'Ready to restart', detail: allWell(found, nowMs) }
  const lines = bad.slice(0, MOST_NAMES).map(line)
  const hidden = bad.length - lines.length
  return {
    isReady: false,
    message: `Not ready: ${bad.length} of ${counted(found.length)} would fail`,
    detail: [...lines, ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join('\n\n'),
  }
}

function allWell(found: readonly Readiness[], nowMs: number): string {
  const ends = found.map(({ expiresAtMs }) => expiresAtMs ?? Number.POSITIVE_INFINITY)
  const soonest = Math.min(...ends) - nowMs
  const well = found.length === 1 ? 'The one login works.' : `All ${counted(found.length)} work.`
  return Number.isFinite(soonest) && soonest > 0
    ? `${well} The first access token expires in ${duration(soonest)}.`
    : well
}

function line({ account, providerName, level, why }: Readiness): string {
  const todo: Record<Readiness['level'], string> = {
    ready: '',
    lapses: 'Expires soon.',
    waits: 'Cannot be renewed now.',
    'needs-login': 'Needs a sign-in.',
    unknown: 'Nobody can say.',
  }
  return [`${account} · ${providerName}: ${todo[level]}`, why].filter(Boolean).join(' ')
}

function counted(count: number): string {
  return `${count} login${count === 1 ? '' : 's'}`
}
