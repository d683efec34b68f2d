/** Everything known about the profiles: the last snapshot, assessments, views. Asks nobody, changes nothing outside. */

import { AppError } from '../../base/errors.ts'
import { nearestFirst } from '../../base/nearest.ts'
import type { Clock } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { HistoryEventView, OverviewView, OwnLoginView, ProfileView } from '../../contract/views.ts'
import { type Assessment, assess } from '../../model/assess.ts'
import type { Credential } from '../../model/credential.ts'
import { believedExpiryMs } from '../../model/expiry.ts'
import { type KeyPlan, type KeyRules, keyPlan, rotationReminder } from '../../model/key-rules.ts'
import type { Profile } from '../../model/profile.ts'
import { type Keeping, labelOf, toProfileView } from '../../model/profile-view.ts'
import type { Provider } from '../../model/provider.ts'
import { NOTHING, type Snapshot } from '../../model/snapshot.ts'
import type { Retry } from '../../model/status.ts'
import { tokenOf, type UsableToken } from '../../model/usable-token.ts'
import { TokenCache } from './token-cache.ts'

export interface ProfileRegistryDeps {
  readonly clock: Clock
  readonly findProvider: (name: string) => Provider | undefined
  readonly refreshingSinceMs: (profileId: string) => number | undefined
  /** Of this process; what another one met is in the history. */
  readonly retryOf: (profileId: string) => Retry | undefined
  /** How the program that owns it signs in. */
  readonly ownLoginOf?: (profile: Profile) => OwnLoginView | undefined
  /** Does anybody on this machine refresh ahead of time? */
  readonly keeping: () => Keeping
  /** What else is to be said loudly of a profile. */
  readonly warningsOf?: (profileId: string) => readonly Failure[]
  /** How an API key is rotated. */
  readonly keyRulesOf?: (profileId: string) => KeyRules | undefined
  /** What a person calls it. */
  readonly nameOf?: (profileId: string) => string | undefined
}

/** Causes that stay on the profile until a refresh or a login without them. */
const LOUD = new Set(['scope-narrowed', 'other-account', 'holder-unwritable', 'unwritable', 'not-sent'])

export class ProfileRegistry {
  /** Whoever changes what the answers rest on calls its forget(). */
  readonly ready = new TokenCache()
  readonly #deps: ProfileRegistryDeps
  #snapshot: Snapshot = NOTHING
  /** By fingerprint: when the access token beside it was issued. The files of other programs do not say. */
  readonly #issued = new Map<string, number>()
  readonly #lastEvents = new Map<string, HistoryEventView>()
  /** By profile: how its last refresh failed, until one succeeds. */
  readonly #failures = new Map<string, HistoryEventView>()

  constructor(deps: ProfileRegistryDeps) {
    this.#deps = deps
  }

  put(snapshot: Snapshot): void {
    this.ready.forget()
    this.#snapshot = snapshot
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  /** @param event in the order of time */
  learn(event: HistoryEventView): void {
    this.ready.forget()
    if (isFailedRefresh(event)) this.#failures.set(event.profileId, event)
    else if (!SAYS_NOTHING.has(event.kind)) this.#failures.delete(event.profileId)
    // A sign-in that came to nothing, a token that was not given: that changes nothing about the login, nor about what is to be said of it.
    if (!SAYS_NOTHING.has(event.kind)) this.#lastEvents.set(event.profileId, event)
    const issued = event.kind === 'refreshed' || event.kind === 'signed-in'
    if (issued && event.grant) this.#issued.delete(event.grant) // nobody holds it any longer: a host runs for months
    if (issued && event.successor) this.#issued.set(event.successor, event.atMs)
  }

  /** By id, or by anything that names exactly one. @throws AppError PROFILE_UNKNOWN */
  find(name: string): Profile {
    const exact = this.#snapshot.profiles.get(name)
    if (exact) return exact
    const all = [...this.#snapshot.profiles.values()]
    const called = all.find(({ id }) => this.#deps.nameOf?.(id) === name)
    if (called) return called // the person's own word for it
    const named = all.filter((profile) => namesOf(profile).includes(name))
    if (named.length === 1 && named[0]) return named[0]
    throw new AppError(
      'PROFILE_UNKNOWN',
      named.length === 0
        ? `There is no login called "${name}".`
        : `"${name}" could mean ${named.length} logins.`,
      { hint: hintFor(name, named.length === 0 ? all : named) },
    )
  }

  issuedAtMs(profile: Profile): number | undefined {
    const { credential, fingerprint } = profile.grant.current
    return credential?.issuedAtMs ?? (fingerprint === undefined ? undefined : this.#issued.get(fingerprint))
  }

  /** Until when the access token (the stored one, or a newer) can be relied on; undefined when nothing says. */
  believedExpiryMs(profile: Profile, newer?: Credential): number | undefined {
    return believedExpiryMs({
      expiresAtMs: (newer ?? profile.grant.current.credential)?.expiresAtMs,
      issuedAtMs: newer ? newer.issuedAtMs : this.issuedAtMs(profile),
      nowMs: this.#deps.clock.now(),
    })
  }

  /** The stored access token, where it lasts for `validForMs` more. Asks nobody. */
  storedToken(profile: Profile, validForMs: number): UsableToken | undefined {
    const accessToken = profile.grant.current.credential?.accessToken
    const untilMs = this.believedExpiryMs(profile)
    if (!accessToken || (untilMs !== undefined && untilMs <= this.#deps.clock.now() + validForMs))
      return undefined
    return tokenOf(accessToken, untilMs)
  }

  /** The profile with the time that can be relied on in place of the one that is stored. */
  #believed(profile: Profile): Profile {
    const { current, entries } = profile.grant
    const expiresAtMs = this.believedExpiryMs(profile)
    if (!current.credential || expiresAtMs === undefined) return profile
    const credential = { ...current.credential, expiresAtMs }
    return { ...profile, grant: { entries, current: { ...current, credential } } }
  }

  assessment(profile: Profile): Assessment {
    const { fingerprint } = profile.grant.current
    return assess({
      nowMs: this.#deps.clock.now(),
      lookedAtMs: this.#snapshot.atMs,
      profile: this.#believed(profile),
      provider: this.#deps.findProvider(profile.provider),
      ticket: fingerprint === undefined ? undefined : this.#snapshot.tickets.get(fingerprint),
      issuedAtMs: this.issuedAtMs(profile),
      keyPlan: this.#keyPlan(profile),
      refreshingSinceMs: this.#deps.refreshingSinceMs(profile.id),
      retry: this.#deps.retryOf(profile.id) ?? this.#failureOf(profile),
    })
  }

  #keyPlan(profile: Profile): KeyPlan | undefined {
    const rules = this.#deps.keyRulesOf?.(profile.id)
    return rules && keyPlan(rules, this.issuedAtMs(profile))
  }

  /** What is known of the tokens that are stored now stays known after the process that met it. */
  #failureOf({ id, grant }: Profile): { readonly untilMs: number; readonly failure: Failure } | undefined {
    const event = this.#failures.get(id)
    if (!event || event.grant !== grant.current.fingerprint || event.atMs > this.#deps.clock.now())
      return undefined
    return { untilMs: event.atMs, failure: failureIn(event) }
  }

  /** @param keeping asked once for many: the system is asked whether the schedule's lock is still ours */
  view(profile: Profile, keeping: Keeping = this.#deps.keeping()): ProfileView {
    const lastEvent = this.#lastEvents.get(profile.id)
    return toProfileView({
      profile: this.#believed(profile),
      provider: this.#deps.findProvider(profile.provider),
      assessment: this.assessment(profile),
      keeping,
      issuedAtMs: this.issuedAtMs(profile),
      lastEvent,
      ownLogin: this.#deps.ownLoginOf?.(profile),
      name: this.#deps.nameOf?.(profile.id),
      keyPlan: this.#keyPlan(profile),
      warnings: [
        ...(this.#deps.warningsOf?.(profile.id) ?? []),
        ...(lastEvent ? warningsOf(lastEvent) : []),
        ...(rotationReminder(this.#keyPlan(profile), profile.id, this.#deps.clock.now()) ?? []),
      ],
    })
  }

  overview(rest: Pick<OverviewView, 'scheduler' | 'sealedBy' | 'problems'>): OverviewView {
    const keeping = this.#deps.keeping()
    const profiles = [...this.#snapshot.profiles.values()].map((profile) => this.view(profile, keeping))
    profiles.sort(
      (a, b) =>
        compare(a.providerName, b.providerName) || compare(a.account, b.account) || compare(a.id, b.id),
    )
    return {
      atMs: this.#deps.clock.now(),
      profiles,
      places: this.#snapshot.places,
      ...rest,
      problems: [...rest.problems, ...this.#snapshot.problems],
    }
  }
}

/** Everything that may name this profile, beside its id. */
export function namesOf(profile: Profile): readonly string[] {
  const { email, id, name } = profile.account
  const holders = profile.grant.entries.flatMap(({ holder }) => [holder.id, holder.entry])
  return [...new Set([...holders, email, id, name, profile.provider, labelOf(profile)])].filter(
    (word) => word !== undefined,
  )
}

/** The most similar ones first: nobody looks through two hundred. */
function hintFor(wanted: string, profiles: readonly Profile[]): string {
  if (profiles.length === 0) return 'No logins were found. `lamplighter list` says where it looked.'
  const byName = new Map(
    profiles.flatMap((profile) => [profile.id, ...namesOf(profile)].map((name) => [name, profile.id])),
  )
  const ids = new Set(nearestFirst(wanted, [...byName.keys()]).map((name) => byName.get(name) ?? name))
  const some = [...ids].slice(0, 8)
  return `Choose one of: ${some.join(', ')}${ids.size > some.length ? ', …' : ''}`
}

/** Of these nothing is learned about the tokens that are stored. */
const SAYS_NOTHING = new Set<HistoryEventView['kind']>(['login-failed', 'withheld'])
const FAILED = new Set(['client-rejected', 'transient', 'rate-limited'])

function isFailedRefresh({ cause }: HistoryEventView): boolean {
  return cause !== undefined && FAILED.has(cause)
}

function failureIn({ cause, message, detail }: HistoryEventView): Failure {
  const code = cause === 'client-rejected' ? 'CLIENT_REJECTED' : 'PROVIDER_UNREACHABLE'
  return { code, message, ...(detail === undefined ? {} : { detail }) }
}

function warningsOf(event: HistoryEventView): readonly Failure[] {
  if (event.cause === undefined || !LOUD.has(event.cause)) return []
  return [
    {
      code: event.cause,
      message: event.message,
      ...(event.detail === undefined ? {} : { detail: event.detail }),
    },
  ]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
