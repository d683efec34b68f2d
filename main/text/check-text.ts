/** The answer to "Can programs restart?". Pure. */
import type { Readiness } from '../../app/model/readiness.ts'
import { t } from '../../app/words/t.ts'
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
    return {
      isReady: true,
      message: t('Nothing to check'),
      detail: t('Lamplighter has found no logins yet.'),
    }
  }
  if (bad.length === 0)
    return { isReady: true, message: t('Your programs can restart'), detail: allWell(found, nowMs) }
  const lines = bad.slice(0, MOST_NAMES).map(line)
  const hidden = bad.length - lines.length
  return {
    isReady: false,
    message: t('Not ready: {bad} of {logins} would fail', {
      bad: bad.length,
      logins: counted(found.length),
    }),
    detail: [...lines, ...(hidden > 0 ? [t('And {hidden} more.', { hidden })] : [])].join('\n\n'),
  }
}

function allWell(found: readonly Readiness[], nowMs: number): string {
  const ends = found.map(({ expiresAtMs }) => expiresAtMs ?? Number.POSITIVE_INFINITY)
  const soonest = Math.min(...ends) - nowMs
  const well =
    found.length === 1
      ? t('The one login works.')
      : t('All {logins} work.', { logins: counted(found.length) })
  return Number.isFinite(soonest) && soonest > 0
    ? t('{well} The first access token expires in {duration}.', { well, duration: duration(soonest) })
    : well
}

function line({ account, providerName, level, why }: Readiness): string {
  const todo: Record<Readiness['level'], string> = {
    ready: '',
    lapses: t('Expires soon.'),
    waits: t('Cannot be renewed now.'),
    'needs-login': t('Needs a sign-in.'),
    unknown: t('Nobody can say.'),
  }
  return [`${account} · ${providerName}: ${todo[level]}`, why].filter(Boolean).join(' ')
}

function counted(count: number): string {
  return t('{count, plural, one {# login} other {# logins}}', { count })
}
