/**
 * What OpenClaw remembers about a login besides its tokens, put right after a new sign-in: a profile that rests
 * (cooldown) is left aside although its tokens are good again, and `lastGood` may name a dead one. Pure.
 */

import { isRecord, parseJson } from '../../base/json.ts'
import { compareAccounts } from '../../model/credential.ts'
import { sameTokens } from '../../model/expiry.ts'
import { removeMember, setMember } from '../shared/json-edit.ts'
import type { StoredProfile } from './format.ts'

export interface Repair {
  readonly text: string
  /** What was changed, in sentences. */
  readonly done: readonly string[]
}

/** `usageStats` of a profile, as far as it keeps the profile from being used. */
const RESTING = [
  'cooldownUntil',
  'cooldownReason',
  'cooldownModel',
  'disabledUntil',
  'disabledReason',
  'failureCounts',
  'lastFailureAt',
] as const

/** @param text of `auth-state.json`, or of the `auth-profiles.json` that holds the same members */
export function repairState(text: string, profile: StoredProfile, all: readonly StoredProfile[]): Repair {
  const state = parseJson(text)
  const done: string[] = []
  let repaired = text
  const stats = within(within(state, 'usageStats'), profile.id)
  if (RESTING.some((name) => stats?.[name] !== undefined) || (stats?.errorCount ?? 0) !== 0) {
    for (const name of RESTING) repaired = removeMember(repaired, ['usageStats', profile.id, name])
    if (stats?.errorCount !== undefined)
      repaired = setMember(repaired, ['usageStats', profile.id, 'errorCount'], 0)
    done.push(`OpenClaw had set ${profile.id} aside after failures; it may use it again.`)
  }
  const good = within(state, 'lastGood')?.[profile.provider]
  if (typeof good === 'string' && good !== profile.id && givesWay(good, profile, all)) {
    repaired = setMember(repaired, ['lastGood', profile.provider], profile.id)
    done.push(`OpenClaw preferred ${good} for ${profile.provider}; it now prefers ${profile.id}.`)
  }
  return { text: repaired, done }
}

/** A profile that is gone, or an older one of the same account. Another person's is left in its place. */
function givesWay(id: string, profile: StoredProfile, all: readonly StoredProfile[]): boolean {
  const other = all.find((one) => one.id === id)
  return (
    !other ||
    (other.provider === profile.provider && compareAccounts(other.account, profile.account) === 'same')
  )
}

/** What we do not change, and a person should know. */
export function adviceOn(
  text: string,
  profile: StoredProfile,
  all: readonly StoredProfile[],
): readonly string[] {
  const advice: string[] = []
  const order = within(parseJson(text), 'order')?.[profile.provider]
  if (Array.isArray(order) && order.length > 0 && !order.includes(profile.id)) {
    advice.push(`OpenClaw’s order for ${profile.provider} leaves ${profile.id} out, so it is not used.`)
  }
  for (const other of all) {
    if (other.id === profile.id || other.provider !== profile.provider || other.type !== 'oauth') continue
    if (compareAccounts(other.account, profile.account) !== 'same') continue
    if (other.credential && profile.credential && sameTokens(other.credential, profile.credential)) continue
    advice.push(
      `${other.id} is another login of the same account and was not renewed; retire one of the two.`,
    )
  }
  return advice
}

function within(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isRecord(inner) ? inner : undefined
}
