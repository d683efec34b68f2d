/** What we say of our own logins to another machine: everything it needs to compare and to choose, and no secret. */
import type { Ports } from '../../../base/ports.ts'
import type { ProfileRegistry } from '../../../engine/profiles/profile-registry.ts'
import { boundToClient } from '../../../model/bound-to-client.ts'
import type { JournalEntry } from '../../../model/journal-entry.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Provider } from '../../../model/provider.ts'
import type { NodeDeps } from '../connection/deps.ts'
import type { NodeLogin } from '../connection/protocol.ts'
import { definitionOf } from './definition.ts'

export interface InventoryDeps {
  readonly ports: Pick<Ports, 'random'>
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
  readonly config: NodeDeps['config']
}

/** @param theirKey the asker's fingerprint key */
export function inventory(parts: InventoryDeps, theirKey: string): readonly NodeLogin[] {
  return [...parts.profiles.snapshot.profiles.values()].map((profile) => loginOf(parts, profile, theirKey))
}

function loginOf(
  { ports, profiles, findProvider, config }: InventoryDeps,
  profile: Profile,
  theirKey: string,
): NodeLogin {
  const { current, entries } = profile.grant
  const { credential, fingerprint } = current
  const view = profiles.view(profile)
  const provider = findProvider(profile.provider)
  const ticket = fingerprint === undefined ? undefined : profiles.snapshot.tickets.get(fingerprint)
  const standsFor = credential?.refreshToken ?? credential?.accessToken
  const lender = entries.find((entry) => entry.lender)?.lender
  const why = whyNot(profile, provider)
  const issuedAtMs = profiles.issuedAtMs(profile)
  return {
    id: profile.id,
    provider: profile.provider,
    providerName: view.providerName,
    account: profile.account,
    label: labelOf(profile),
    kind: view.kind,
    status: view.status,
    ...(view.accessExpiresAtMs === undefined ? {} : { accessExpiresAtMs: view.accessExpiresAtMs }),
    ...(issuedAtMs === undefined ? {} : { accessIssuedAtMs: issuedAtMs }),
    whereLine: view.whereLine,
    names: [...new Set(entries.map(({ holder }) => holder.entry))],
    hasToken: credential !== undefined,
    canSpend: canSpend(profile, ticket),
    canMove: why === undefined && canMove(profile, ticket, provider),
    rotation: provider?.rotation ?? 'unknown',
    ...(why === undefined ? {} : { why }),
    ...(why !== undefined && lends(profile, provider) ? { lends: true } : {}),
    ...(standsFor ? { mark: ports.random.fingerprint(standsFor.expose(), theirKey) } : {}),
    ...(credential?.accessToken
      ? { accessMark: ports.random.fingerprint(credential.accessToken.expose(), theirKey) }
      : {}),
    ...(fingerprint === undefined ? {} : { own: fingerprint }),
    ...(lender ? { lender: { machine: lender.machine, name: lender.name, profile: lender.profile } } : {}),
    ...(provider ? { definition: definitionOf({ config }, provider) } : {}),
  }
}

/** Could any program on this machine still send the refresh token? */
export function canSpend({ grant: { current } }: Profile, ticket: JournalEntry | undefined): boolean {
  if (!current.credential?.refreshToken || current.spent || current.ended) return false
  return ticket?.state !== 'rejected' && ticket?.state !== 'moved'
}

export function canMove(
  profile: Profile,
  ticket: JournalEntry | undefined,
  provider: Pick<Provider, 'dpop'> | undefined,
): boolean {
  const { mode, problem, client } = profile.grant.current
  if (provider?.dpop) return false
  return (mode === 'own' || mode === 'shared') && !problem && !client && canSpend(profile, ticket)
}

/** Whoever borrows has no use for the client: it is this machine that renews. */
export function lends(
  { grant: { current } }: Profile,
  provider: Pick<Provider, 'dpop'> | undefined,
): boolean {
  return (
    current.client !== undefined && !current.problem && !provider?.dpop && current.credential !== undefined
  )
}

/** Why its tokens cannot be given away. */
export function whyNot(
  { grant: { current } }: Profile,
  provider?: Pick<Provider, 'dpop'>,
): string | undefined {
  if (current.problem) return current.problem.message
  if (!current.credential) return current.note ?? 'Its tokens are out of reach: another program keeps them.'
  if (current.client) return boundToClient(current)
  if (provider?.dpop)
    return 'Its tokens are bound to a key that stays on this machine (DPoP): sign in on the other one.'
  const foreign = current.mode === 'watched' && current.owner !== 'OpenClaw' && current.keptBy === undefined
  return foreign ? `${current.owner} keeps and renews it; a copy would end that login.` : undefined
}
