/** A profile as a person sees it. Pure; no Secret leaves through here. */
import { shownLine } from '../base/outside-text.ts'
import type { Failure } from '../contract/failure.ts'
import type {
  HistoryEventView,
  HolderView,
  OverviewView,
  OwnerView,
  OwnLoginView,
  ProfileView,
} from '../contract/views.ts'
import type { Assessment } from './assess.ts'
import type { Credential } from './credential.ts'
import { sameTokens } from './expiry.ts'
import { type HeldEntry, VAULT } from './holder.ts'
import type { KeyPlan } from './key-rules.ts'
import type { Profile } from './profile.ts'
import type { Provider } from './provider.ts'
import { shownCommand } from './shown-command.ts'

/** Does anything refresh ahead of time? `paused`: not now; `nobody`: only what somebody asks for. */
export type Keeping = 'runs' | 'paused' | 'nobody'

export function keepingOf({ running, elsewhere, paused }: OverviewView['scheduler']): Keeping {
  if (!running && !elsewhere) return 'nobody'
  return paused ? 'paused' : 'runs'
}

const ONLY_ASKED: Readonly<Record<Exclude<Keeping, 'runs'>, string>> = {
  paused: 'Renewing is paused: until then it is renewed only when somebody asks for it.',
  nobody: 'No Lamplighter keeps it alive now: it is renewed only when somebody asks for it.',
}

export interface ViewInput {
  readonly profile: Profile
  readonly provider: Provider | undefined
  readonly assessment: Assessment
  readonly keeping: Keeping
  readonly issuedAtMs: number | undefined
  readonly lastEvent: HistoryEventView | undefined
  readonly warnings: readonly Failure[]
  readonly ownLogin?: OwnLoginView | undefined
  readonly name?: string | undefined
  readonly keyPlan?: KeyPlan | undefined
}

export function toProfileView(input: ViewInput): ProfileView {
  const { profile, provider, assessment } = input
  const { current, entries } = profile.grant
  const credential = current.credential
  const { planAtMs } = assessment
  const endsAtMs = endOf(credential)
  return {
    id: profile.id,
    providerId: profile.provider,
    providerName: shownLine(provider?.name ?? profile.provider),
    account: labelOf(profile),
    ...(input.name === undefined ? {} : { name: input.name }),
    kind: kindOf(current),
    owner: ownerOf(current, assessment),
    whereLine: whereLine(entries),
    status: assessment.status,
    ...(credential?.expiresAtMs === undefined ? {} : { accessExpiresAtMs: credential.expiresAtMs }),
    ...(input.issuedAtMs === undefined ? {} : { accessIssuedAtMs: input.issuedAtMs }),
    ...(endsAtMs === undefined ? {} : { grantExpiresAtMs: endsAtMs }),
    ...(credential?.grantSlides === undefined ? {} : { grantSlides: credential.grantSlides }),
    ...(planAtMs === undefined ? {} : { nextRefreshAtMs: planAtMs }),
    ...(input.keyPlan?.rotateAtMs === undefined ? {} : { rotateAtMs: input.keyPlan.rotateAtMs }),
    scopes: credential?.scope ?? [],
    ...(current.fingerprint === undefined ? {} : { fingerprint: current.fingerprint }),
    holders: entries.map((entry) => toHolderView(entry, current)),
    ...(input.lastEvent ? { lastEvent: input.lastEvent } : {}),
    advice: adviceFor(input),
    can: {
      refresh: assessment.refreshable && assessment.status.kind !== 'needs-login',
      login: assessment.canLogin || input.ownLogin !== undefined,
      ...endings(profile, provider),
    },
    ...(input.ownLogin ? { ownLogin: input.ownLogin } : {}),
    warnings: [...input.warnings, ...leftBehindByUs(profile, provider)],
  }
}

function isOurs({ grant }: Profile): boolean {
  return grant.entries.some(({ holder }) => holder.store === VAULT)
}

/** In which ways a person can be rid of it here. */
function endings(profile: Profile, provider: Provider | undefined) {
  const { current } = profile.grant
  const isOauth = kindOf(current) === 'oauth'
  const spends = current.mode === 'own' || current.mode === 'shared'
  const forget = isOurs(profile)
  return {
    ...(provider && spends && isOauth && current.credential ? { signOut: true as const } : {}),
    ...(forget ? { forget } : {}),
    ...(forget && !isOauth ? { replaceKey: true as const } : {}),
  }
}

/** What nothing renews ends with its token: that is what a person plans by. */
function endOf(credential: Credential | undefined): number | undefined {
  const isStatic = credential !== undefined && credential.kind !== 'oauth'
  return credential?.grantExpiresAtMs ?? (isStatic ? credential.expiresAtMs : undefined)
}

export function labelOf(profile: Profile): string {
  return shownLine(rawLabel(profile))
}

function rawLabel(profile: Profile): string {
  const { email, name, id } = profile.account
  if (email ?? name) return email ?? name ?? ''
  const entry = profile.grant.current.holder.entry
  const own = entry.slice(entry.indexOf(':') + 1)
  return own === 'default' ? (id ?? entry) : own
}

function kindOf(entry: HeldEntry): ProfileView['kind'] {
  return entry.credential?.kind ?? entry.kind ?? 'oauth'
}

function ownerOf(current: HeldEntry, assessment: Assessment): OwnerView {
  const program = current.program ?? current.owner
  if (kindOf(current) !== 'oauth') {
    const sentence = `${program} keeps it as it is: there is nothing to renew it with.`
    return { mode: current.mode, refreshedBy: program, sentence }
  }
  if (current.mode === 'own') {
    return {
      mode: 'own',
      refreshedBy: 'Lamplighter',
      sentence: 'Lamplighter keeps it in its own vault and renews it.',
    }
  }
  if (current.mode === 'shared') {
    const sentence =
      assessment.notRefreshable?.message ??
      `Lamplighter renews it for ${program}, under ${program}’s own locks.`
    return { mode: 'shared', refreshedBy: assessment.refreshable ? 'Lamplighter' : program, sentence }
  }
  return {
    mode: current.mode,
    refreshedBy: current.owner,
    sentence: current.note ?? `${current.owner} looks after it; Lamplighter only watches.`,
    ...(current.lender?.fleet === undefined ? {} : { fleet: current.lender.name }),
  }
}

/** "OpenClaw · 15 agents", "OpenClaw · main", "Lamplighter's vault" */
function whereLine(entries: readonly HeldEntry[]): string {
  const parts: string[] = []
  for (const program of new Set(entries.map((entry) => entry.program))) {
    const held = entries.filter((entry) => entry.program === program)
    const files = new Set(held.map(({ holder }) => holder.path))
    if (program === undefined || files.size === 1) parts.push(...held.map(({ holder }) => holder.label))
    else parts.push(`${program} · ${files.size} ${held[0]?.unit ?? 'file'}s`)
  }
  return [...new Set(parts)].join(', ')
}

function toHolderView(entry: HeldEntry, current: HeldEntry): HolderView {
  const { holder } = entry
  const differs =
    entry.credential !== undefined &&
    current.credential !== undefined &&
    !sameTokens(entry.credential, current.credential)
  return {
    id: holder.id,
    label: holder.label,
    path: holder.path,
    entry: holder.entry,
    drift: differs,
    ...(entry.problem ? { problem: entry.problem } : {}),
  }
}

/** Who does what next. */
function adviceFor(input: ViewInput): string {
  const { assessment, profile, keeping, ownLogin } = input
  const { status } = assessment
  const many = new Set(profile.grant.entries.map((entry) => entry.holder.path)).size
  const forAll = many > 1 ? ` for all ${many} agents at once` : ''
  const onlyAsked = keeping === 'runs' ? undefined : ONLY_ASKED[keeping]
  switch (status.kind) {
    case 'fresh':
      if (assessment.refreshable && onlyAsked) return `It works. ${onlyAsked}`
      if (assessment.refreshable)
        return `Lamplighter will renew it${forAll} before it expires. Nothing to do.`
      if (kindOf(profile.grant.current) !== 'oauth')
        return isOurs(profile)
          ? 'It works until then. Put in a new one before: make it where this one came from.'
          : 'It works until then. Nobody can renew it but you, by a new sign-in.'
      return assessment.notRefreshable?.message ?? 'It works. Nothing to do.'
    case 'due':
      return onlyAsked ?? `Lamplighter renews it${forAll}. Nothing to do.`
    case 'refreshing':
      return `Lamplighter is renewing it${forAll}.`
    case 'retrying':
      return [status.failure.message, status.failure.hint, onlyAsked ?? 'Lamplighter tries again by itself.']
        .filter(Boolean)
        .join(' ')
    case 'expired':
      if (onlyAsked) return `It has expired. ${onlyAsked}`
      return `It has expired and will mend itself: Lamplighter renews it${forAll}. Nothing to do.`
    case 'needs-login':
      if (ownLogin && !assessment.canLogin) return `${status.failure.message} ${signInWith(ownLogin)}`
      return needsLogin(status.failure, assessment.canLogin, many)
    case 'held':
      return heldBecause(profile.grant.current, status.by)
    case 'static':
      return 'It does not expire by itself. Nothing to do.'
    case 'unknown':
      return status.failure
        ? [status.failure.message, status.failure.hint].filter(Boolean).join(' ')
        : 'Not looked at yet.'
  }
}

function heldBecause({ problem, note }: HeldEntry, by: string): string {
  if (problem) return [problem.message, problem.hint].filter(Boolean).join(' ')
  return note ?? `${by} renews it. Lamplighter only watches.`
}

/** Another program holds the same refresh token in a file that only it writes: what we spend is dead there. */
function leftBehindByUs({ grant }: Profile, provider: Provider | undefined): readonly Failure[] {
  const { current, entries } = grant
  const { refreshToken } = current.credential ?? {}
  if (provider?.rotation === 'never' || (current.mode !== 'own' && current.mode !== 'shared')) return []
  const others = entries.filter(
    ({ mode, program, credential }) =>
      mode === 'watched' && program !== current.program && credential?.refreshToken?.equals(refreshToken),
  )
  return [...new Set(others.map(({ owner }) => owner))].map((owner) => ({
    code: 'SAME_GRANT',
    message: `${owner} holds the same refresh token, in a file that only ${owner} writes: the next renewal here ends its login there.`,
    hint: `Sign in with ${owner} for a login of its own.`,
  }))
}

/** In a terminal, and what it costs; or asked for by us. */
export function signInWith({ program, command, warning, isAsked }: OwnLoginView): string {
  if (isAsked) return `Sign in to bring it back: Lamplighter asks ${program} for it.`
  return [`Sign in with ${program}, in a terminal: ${shownCommand(command)}`, warning]
    .filter(Boolean)
    .join('. ')
}

function needsLogin(failure: Failure, canLogin: boolean, files: number): string {
  const back = files > 1 ? `Sign in to bring ${files} agents back.` : 'Sign in to bring it back.'
  const next = canLogin ? back : (failure.hint ?? 'Sign in again with the program it belongs to.')
  return `${failure.message} ${next}`
}
