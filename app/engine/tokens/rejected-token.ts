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
import type { ProfileRegistry } from '../profiles/registry.ts'
import type { Attempt } from '../refresh/attempts.ts'
import type { ReportedTokens } from './reported-tokens.ts'

export interface RejectedReport {
  readonly profileId: string
  readonly askedBy: string
  /** The token that was refused, where the consumer can say; otherwise the one that is stored. */
  readonly accessToken?: Secret
}

export interface ReportDeps {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'process'>
  readonly profiles: ProfileRegistry
  readonly reported: ReportedTokens
  readonly look: () => Promise<void>
  readonly refresh: (profile: Profile, askedBy: string) => Promise<Attempt>
  readonly record: (event: NewEvent) => Promise<HistoryEventView>
  /** By the access token's fingerprint: reports that are being acted upon in this process. */
  readonly underWay: Map<string, Promise<RefusalAnswer>>
  /** By profile: when this process acted upon one, within the last minute. */
  readonly lately: Map<string, number[]>
}

/** So many new tokens refused within a minute: the trouble is with the server, or with what it is asked for. */
const MOST_IN_A_MINUTE = 3
const MINUTE = 60_000

/** @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE, NEEDS_LOGIN, STORE_LOCKED, STORE_UNWRITABLE */
export async function reportRejected(tools: ReportDeps, report: RejectedReport): Promise<RefusalAnswer> {
  const { profiles, ports } = tools
  const before = profiles.find(report.profileId)
  const refused = report.accessToken ?? before.grant.current.credential?.accessToken
  await tools.look() // somebody may have refreshed it since
  const profile = profiles.find(before.id)
  const stored = profile.grant.current.credential?.accessToken
  if (!stored || !refused) throw new AppError('NOT_REFRESHABLE', 'No access token is stored for this login.')
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
    tools.underWay.get(fingerprint) ??
    act(tools, profile, report.askedBy, fingerprint).finally(() => tools.underWay.delete(fingerprint))
  tools.underWay.set(fingerprint, running)
  return running
}

async function act(
  tools: ReportDeps,
  profile: Profile,
  askedBy: string,
  fingerprint: string,
): Promise<RefusalAnswer> {
  const { status } = tools.profiles.assessment(profile)
  if (status.kind === 'retrying') return { kind: 'waiting', message: status.failure.message }
  const nowMs = tools.ports.clock.now()
  const lately = (tools.lately.get(profile.id) ?? []).filter((atMs) => Math.abs(nowMs - atMs) < MINUTE)
  if (lately.length >= MOST_IN_A_MINUTE) {
    const message = `${lately.length} tokens were refused within a minute, so another would be as well. Look into the server that refuses them.`
    return { kind: 'waiting', message }
  }
  const earlyMs = (profile.grant.current.credential?.expiresAtMs ?? nowMs) - nowMs
  const isFirst = await tools.reported.add(fingerprint)
  if (isFirst) await tools.record(refusalEvent(tools, profile, askedBy, earlyMs))
  if (!isFirst && status.kind !== 'refreshing' && status.kind !== 'needs-login') {
    return { kind: 'waiting', message: 'This token was reported before, and acted upon.' }
  }
  tools.lately.set(profile.id, [...lately, nowMs])
  const { event } = await tools.refresh(profile, askedBy)
  // No reply, or a file that could not be written: once the wait is over, somebody may ask again.
  if (event.kind === 'retrying' || event.kind === 'failed') await tools.reported.remove(fingerprint)
  return { kind: 'refreshed', message: event.message, event }
}

function refusalEvent(tools: ReportDeps, profile: Profile, askedBy: string, earlyMs: number): NewEvent {
  const { ports } = tools
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
