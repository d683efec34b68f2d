/** What a file holds laid beside what this machine holds: one row for each login in the file. Pure. */
import type { ImportRowView, ImportVerdict } from '../../../contract/views.ts'
import type { Credential } from '../../../model/credential.ts'
import { compareAccounts } from '../../../model/credential.ts'
import { sameTokens } from '../../../model/expiry.ts'
import type { HeldEntry } from '../../../model/holder.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Provider } from '../../../model/provider.ts'
import { consequenceOf } from './consequence.ts'
import { type Verdict, verdictOf } from './verdict.ts'

export interface PlanInput {
  readonly logins: readonly Profile[]
  /** The machine they come from, where known. */
  readonly from: string | undefined
  readonly local: readonly Profile[]
  /** Is this file one in which logins of this machine stand? Absent: they came from another machine. */
  readonly isHere?: (path: string) => boolean
  readonly findProvider: (name: string) => Provider | undefined
  /** By the fingerprint of a refresh token in the file. */
  readonly ticketOf: (fingerprint: string) => 'spent' | 'rejected' | undefined
  readonly nowMs: number
}

/** Where a row would be written. */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'holders'; readonly profile: Profile; readonly entries: readonly HeldEntry[] }
  /** @param name wanted; another one is taken when it is not free */
  | { readonly kind: 'vault'; readonly name: string }

export interface PlannedRow {
  readonly view: ImportRowView
  readonly target: Target
  /** What would be written. Stays inside. */
  readonly credential: Credential | undefined
}

export const VAULT_LABEL = 'Lamplighter’s vault'

export function planRows(input: PlanInput): readonly PlannedRow[] {
  return input.logins.map((source, index) => planRow(input, source, `row-${index + 1}`))
}

function planRow(input: PlanInput, source: Profile, id: string): PlannedRow {
  const { current } = source.grant
  const provider = input.findProvider(source.provider)
  const ticket = current.fingerprint === undefined ? undefined : input.ticketOf(current.fingerprint)
  const { local, nowMs } = input
  const isHere = source.grant.entries.some(({ holder }) => input.isHere?.(holder.path) ?? false)
  const verdict = verdictOf({ source, local, isHere, provider, ticket, nowMs })
  const credential = current.credential && {
    ...current.credential,
    account: { ...source.account, ...current.credential.account },
  }
  const target = targetOf(verdict, source, credential)
  const targets = labelsOf(target)
  const providerName = provider?.name ?? source.provider
  const expiresAtMs = credential?.expiresAtMs
  const there = input.from ?? 'the other machine'
  const isNew = target.kind === 'vault'
  const view: ImportRowView = {
    id,
    providerId: source.provider,
    providerName,
    account: labelOf(source),
    verdict: wordFor(verdict),
    consequence: consequenceOf({ verdict, credential, provider, providerName, there, targets, isNew }),
    selectable: target.kind !== 'none',
    suggested: target.kind !== 'none' && isSuggested(verdict),
    targets,
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  }
  return { view, target, credential }
}

function wordFor(verdict: Verdict): ImportVerdict {
  if (verdict.kind === 'owned-elsewhere') return 'fork'
  if (verdict.kind === 'here') return 'same'
  return verdict.kind === 'undecided' ? 'older' : verdict.kind
}

/** What costs nobody anything and is certainly meant. */
function isSuggested(verdict: Verdict): boolean {
  return verdict.kind === 'new' || (verdict.kind === 'newer' && verdict.match.by !== 'name')
}

function targetOf(verdict: Verdict, source: Profile, credential: Credential | undefined): Target {
  const vault = { kind: 'vault', name: source.grant.current.holder.entry } as const
  switch (verdict.kind) {
    case 'new':
    case 'other-account':
      return vault
    case 'fork':
    case 'newer':
    case 'undecided': {
      const entries = verdict.match && credential ? writableIn(verdict.match.profile, credential) : []
      return verdict.match && entries.length > 0
        ? { kind: 'holders', profile: verdict.match.profile, entries }
        : vault
    }
    default:
      return { kind: 'none' }
  }
}

/** Holders that a login could be written to, of the same kind, and not known to be somebody else's. */
function writableIn({ grant }: Profile, next: Credential): readonly HeldEntry[] {
  return grant.entries.filter((entry) => {
    const { credential, mode, writable, problem } = entry
    if (problem || !credential || credential.kind !== next.kind) return false
    if (mode !== 'own' && mode !== 'shared' && writable !== true) return false
    return compareAccounts(entry.account, next.account) !== 'different' && !sameTokens(credential, next)
  })
}

function labelsOf(target: Target): readonly string[] {
  if (target.kind === 'none') return []
  if (target.kind === 'vault') return [VAULT_LABEL]
  return [...new Set(target.entries.map(({ holder }) => holder.label))]
}
