/** What is worth telling a person's own commands. Pure: one overview after the other, and what was told before. */
import type { HookName } from '../../config/hooks.ts'
import type { HistoryEventView, OverviewView, ProfileView } from '../../contract/views.ts'
import { dangerOf, works } from '../../model/expiring.ts'

export interface HookEvent {
  readonly hook: HookName
  readonly profile: ProfileView
  /** One sentence. */
  readonly message: string
}

/** By profile id: what its hooks were told and what has not passed since. Survives a restart, so nothing is told twice. */
export type Told = Readonly<Record<string, readonly ('needs-login' | 'expiring')[]>>

export function tellingOf(
  told: Told,
  { profiles, atMs }: OverviewView,
): { readonly told: Told; readonly events: readonly HookEvent[] } {
  const events: HookEvent[] = []
  const next = new Map(Object.entries(told)) // whose file is away for a moment is not new when it comes back
  for (const profile of profiles) {
    const before = (Object.hasOwn(told, profile.id) ? told[profile.id] : undefined) ?? [] // "constructor" is a name too
    const now = troublesOf(profile, atMs)
    for (const { hook, message } of now) {
      if (!before.includes(hook)) events.push({ hook, profile, message })
    }
    const isOver = now.length === 0 && works(profile, atMs)
    if (isOver && before.length > 0) events.push({ hook: 'recovered', profile, message: 'It works again.' })
    const kept = isOver ? [] : [...new Set([...before, ...now.map(({ hook }) => hook)])]
    if (kept.length > 0) next.set(profile.id, kept)
    else next.delete(profile.id)
  }
  return { told: Object.fromEntries(next), events }
}

export function refreshedEvent(
  event: HistoryEventView,
  profile: ProfileView | undefined,
): HookEvent | undefined {
  if (event.kind !== 'refreshed' || !profile) return undefined
  return { hook: 'refreshed', profile, message: event.message }
}

/** What a hook reads on standard input. No token, and nothing that could be one. @param isTrial nothing has happened */
export function hookInput(
  { hook, profile, message }: HookEvent,
  atMs: number,
  host: string,
  isTrial = false,
): string {
  const { id, providerId, account, status, advice, accessExpiresAtMs, grantExpiresAtMs } = profile
  return `${JSON.stringify({
    version: 1,
    event: hook,
    ...(isTrial ? { trial: true } : {}),
    at: iso(atMs),
    host,
    profile: id,
    provider: providerId,
    account,
    state: status.kind,
    message,
    advice,
    accessExpiresAt: iso(accessExpiresAtMs),
    grantExpiresAt: iso(grantExpiresAtMs),
  })}\n`
}

function troublesOf(
  profile: ProfileView,
  nowMs: number,
): readonly { readonly hook: 'needs-login' | 'expiring'; readonly message: string }[] {
  const { status, accessExpiresAtMs = 0 } = profile
  const danger = dangerOf(profile, nowMs)
  // A token that has lapsed already is not about to: that a sign-in is needed says it all.
  const isExpiring = danger !== undefined && (status.kind !== 'needs-login' || accessExpiresAtMs > nowMs)
  return [
    ...(status.kind === 'needs-login'
      ? [{ hook: 'needs-login', message: status.failure.message } as const]
      : []),
    ...(isExpiring ? [{ hook: 'expiring', message: danger.reason } as const] : []),
  ]
}

function iso(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}
