/** A consumer says that a server refused the access token (401): is there a newer one, or must one be had? */

import { durationText } from '../../base/duration-text.ts'
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { RefusalAnswer } from '../../contract/refusal.ts'
import type { HistoryEventView } from '../../contract/views.ts'
import type { NewEvent } from '../../history/new-event.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import { SHORTEST_INTERVAL_MS } from '../../model/refresh-policy.ts'
import type { Secret } from '../../model/secret.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import type { Attempt } from '../refresh/attempts.ts'
import { ReportedTokenFile } from './reported-token-file.ts'

export interface RejectedReport {
  readonly profileId: string
  readonly askedBy: string
  /** The token that was refused, where the consumer can say; otherwise the one that is stored. */
  readonly accessToken?: Secret
}

export interface RejectedTokensDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'process' | 'random'>
  readonly profiles: ProfileRegistry
  readonly engine: {
    look(): Promise<void>
    /** Its access token was refused. */
    replaceRefused(profile: Profile, askedBy: string): Promise<Attempt>
    record(event: NewEvent): Promise<HistoryEventView>
  }
}

/** So many new tokens refused within a minute: the trouble is with the server, or with what it is asked for. */
const MOST_IN_A_MINUTE = 3
const MINUTE = 60_000

export class RejectedTokens {
  readonly #deps: RejectedTokensDeps
  readonly #reported: ReportedTokenFile
  /** By the access token's fingerprint: reports that are being acted upon in this process. */
  readonly #underWay = new Map<string, Promise<RefusalAnswer>>()
  /** By profile: when this process acted upon one, within the last minute. */
  readonly #lately = new Map<string, readonly number[]>()

  constructor(deps: RejectedTokensDeps) {
    this.#deps = deps
    this.#reported = new ReportedTokenFile(deps.ports)
  }

  /** @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE, NEEDS_LOGIN, STORE_LOCKED, STORE_UNWRITABLE */
  async report(report: RejectedReport): Promise<RefusalAnswer> {
    const { profiles, engine, ports } = this.#deps
    const before = profiles.find(report.profileId)
    const refused = report.accessToken ?? before.grant.current.credential?.accessToken
    await engine.look() // somebody may have refreshed it since
    const profile = profiles.find(before.id)
    const stored = profile.grant.current.credential?.accessToken
    if (!stored || !refused)
      throw new AppError('NOT_REFRESHABLE', 'No access token is stored for this login.')
    if (!stored.equals(refused))
      return { kind: 'newer-stored', message: 'A newer token is stored: use that one.' }
    const nowMs = ports.clock.now()
    const issuedAtMs = profiles.issuedAtMs(profile)
    const livedMs = issuedAtMs === undefined ? undefined : nowMs - issuedAtMs
    if (!report.accessToken && livedMs !== undefined && livedMs >= 0 && livedMs < SHORTEST_INTERVAL_MS) {
      // Fifteen agents report the same token one after the other; the first of them has brought a new one.
      const message = `It was renewed ${Math.floor(livedMs / 1000)} s ago: use the new token.`
      return { kind: 'newer-stored', message }
    }
    const fingerprint = ports.random.fingerprint(stored.expose())
    const running =
      this.#underWay.get(fingerprint) ??
      this.#act(profile, report.askedBy, fingerprint).finally(() => this.#underWay.delete(fingerprint))
    this.#underWay.set(fingerprint, running)
    return running
  }

  async #act(profile: Profile, askedBy: string, fingerprint: string): Promise<RefusalAnswer> {
    const { profiles, engine, ports } = this.#deps
    const { status } = profiles.assessment(profile)
    if (status.kind === 'retrying') return { kind: 'waiting', message: status.failure.message }
    const nowMs = ports.clock.now()
    const lately = (this.#lately.get(profile.id) ?? []).filter((atMs) => Math.abs(nowMs - atMs) < MINUTE)
    if (lately.length >= MOST_IN_A_MINUTE) {
      const message = `${lately.length} tokens were refused within a minute, so another would be as well. Look into the server that refuses them.`
      return { kind: 'waiting', message }
    }
    const earlyMs = (profile.grant.current.credential?.expiresAtMs ?? nowMs) - nowMs
    const isFirst = await this.#reported.add(fingerprint)
    if (isFirst) await engine.record(refusalEvent(ports, profile, askedBy, earlyMs))
    if (!isFirst && status.kind !== 'refreshing' && status.kind !== 'needs-login') {
      return { kind: 'waiting', message: 'This token was reported before, and acted upon.' }
    }
    this.#lately.set(profile.id, [...lately, nowMs])
    const { event } = await engine.replaceRefused(profile, askedBy)
    // No reply, or a file that could not be written: once the wait is over, somebody may ask again.
    if (event.kind === 'retrying' || event.kind === 'failed') await this.#reported.remove(fingerprint)
    return { kind: 'refreshed', message: event.message, event }
  }
}

function refusalEvent(
  ports: Pick<Ports, 'clock' | 'process'>,
  profile: Profile,
  askedBy: string,
  earlyMs: number,
): NewEvent {
  const { fingerprint } = profile.grant.current
  return {
    atMs: ports.clock.now(),
    kind: 'retrying',
    cause: 'refused-early',
    profileId: profile.id,
    providerId: profile.provider,
    account: labelOf(profile),
    ...(fingerprint === undefined ? {} : { grant: fingerprint }),
    message:
      earlyMs > 0
        ? `The access token was refused ${durationText(earlyMs)} before its time.`
        : 'The access token was refused.',
    askedBy,
    process: ports.process.label,
    pid: ports.process.pid,
  }
}
