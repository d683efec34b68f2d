/** The steps of one login, and which may follow which. Pure. */
import type { LoginStep } from '../../contract/views.ts'

/** An end stays the end: a late answer cannot revive a login that was cancelled. */
const FOLLOWS: Readonly<Record<LoginStep['kind'], readonly LoginStep['kind'][]>> = {
  starting: ['browser', 'device', 'program', 'exchanging', 'failed'],
  browser: ['exchanging', 'failed'],
  device: ['exchanging', 'failed'],
  program: ['done', 'failed'],
  exchanging: ['done', 'failed'],
  done: [],
  failed: [],
}

/** The step after `from`: `to` where it may follow, else `from` itself. */
export function advance(from: LoginStep, to: LoginStep): LoginStep {
  return FOLLOWS[from.kind].includes(to.kind) ? to : from
}

export function isEnded(step: LoginStep): boolean {
  return step.kind === 'done' || step.kind === 'failed'
}

/** Is there something for the person to see or do? */
export function isUnderWay(step: LoginStep): boolean {
  return step.kind !== 'starting'
}

/** Once the code has been sent it is spent: stopping then would throw the new login away. */
export function canCancel(step: LoginStep): boolean {
  return !isEnded(step) && step.kind !== 'exchanging'
}
