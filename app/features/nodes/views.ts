/** A node as a person sees it: what the last contact told, laid beside what this machine holds now. Pure. */
import type { Comparison, NodeProfileView, NodeView, ReachView } from '../../contract/nodes.ts'
import type { StatusView } from '../../contract/views.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { wouldFork } from '../../model/fork.ts'
import type { Profile } from '../../model/profile.ts'
import type { Provider } from '../../model/provider.ts'
import { hasBrowserLogin, hasDeviceLogin } from '../../model/provider.ts'
import { VAULT_LABEL } from '../transfer/import/plan.ts'
import { type Compared, compare } from './inventory/compare.ts'
import { canMove, lends, whyNot } from './inventory/inventory.ts'
import type { Known, KnownLogin } from './inventory/node-cache.ts'
import { type ProviderHere, providerHere } from './inventory/same-provider.ts'
import { type Travel, waysOf } from './inventory/ways.ts'

export interface ViewDeps {
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
  readonly allProviders: () => readonly Provider[]
  readonly sha256Hex: (text: string) => string
  readonly fingerprint: (text: string) => string
  /** This machine's id. */
  readonly here: string
  /** A sentence on a move between the two that did not come to its end. */
  readonly unfinished: (machine: string | undefined, profileId: string) => string | undefined
}

const THIS = 'this machine'

export function toNodeView(parts: ViewDeps, known: Known, name: string, askingSinceMs?: number): NodeView {
  const compared = known.logins.map((login): One => {
    const provider = providerOf(parts, known, name, login)
    const called = { ...login, provider: 'id' in provider ? provider.id : login.provider }
    return { login: called, provider, ...compareLogin(parts, known, called) }
  })
  const reach: ReachView =
    askingSinceMs === undefined ? known.reach : { kind: 'asking', sinceMs: askingSinceMs }
  return {
    id: known.destination,
    name,
    reach,
    profiles: compared.map((one) => profileView(parts, known, name, one)),
    sendable: [...parts.profiles.snapshot.profiles.values()].map((profile) => ({
      profileId: profile.id,
      ways: waysOf(sendTravel(parts, known, name, profile, compared)),
    })),
  }
}

function compareLogin({ profiles, fingerprint, here }: ViewDeps, known: Known, login: KnownLogin): Compared {
  return compare({
    login,
    lineage: known.lineage,
    local: [...profiles.snapshot.profiles.values()],
    ticketOf: (one) => profiles.snapshot.tickets.get(one),
    accessMarkOf: ({ grant }) => {
      const token = grant.current.credential?.accessToken
      return token && fingerprint(token.expose())
    },
    issuedAtMsOf: (profile) => profiles.issuedAtMs(profile),
    there: known.machine,
    here,
  })
}

/** Compared under what its provider is called here. */
type One = Compared & { readonly login: KnownLogin; readonly provider: ProviderHere }

function providerOf(
  { allProviders, sha256Hex }: ViewDeps,
  known: Known,
  name: string,
  { provider: id, definition: theirs }: KnownLogin,
): ProviderHere {
  const machine = { id: known.machine ?? '', name }
  return providerHere({ id, theirs, ours: allProviders(), machine, sha256Hex })
}

function profileView(parts: ViewDeps, known: Known, name: string, one: One): NodeProfileView {
  const { login, comparison, local } = one
  const note = parts.unfinished(known.machine, login.id)
  return {
    id: login.id,
    providerId: login.provider,
    providerName: login.providerName,
    account: login.label,
    kind: login.kind,
    status: login.status as StatusView,
    ...(login.accessExpiresAtMs === undefined ? {} : { accessExpiresAtMs: login.accessExpiresAtMs }),
    whereLine: login.whereLine,
    comparison,
    ...(local ? { localId: local.id } : {}),
    targets: targetsOf(local),
    ways: waysOf(bringTravel(parts, known, name, one)),
    ...(note === undefined ? {} : { note }),
  }
}

function targetsOf(local: Profile | undefined): readonly string[] {
  const labels = local?.grant.entries
    .filter(({ mode, writable, problem }) => !problem && (mode === 'own' || mode === 'shared' || writable))
    .map(({ holder }) => holder.label)
  return labels && labels.length > 0 ? [...new Set(labels)] : [VAULT_LABEL]
}

function bringTravel(
  parts: ViewDeps,
  known: Known,
  name: string,
  { login, comparison, provider: there }: One,
): Travel {
  const provider = parts.findProvider(login.provider)
  const obstacle = there.kind === 'missing' || there.kind === 'different' ? there.why : undefined
  return {
    from: name,
    to: THIS,
    providerName: provider?.name ?? login.providerName,
    kind: login.kind,
    rotates: login.kind === 'oauth' && login.rotation !== 'never' && login.canSpend,
    hasToken: login.hasToken,
    canMove: login.canMove,
    why: login.why,
    lends: login.lends === true,
    borrowedFrom: login.lender?.name,
    answers: known.reach.kind !== 'reached' || known.reach.by !== 'files',
    cannotSignIn: obstacle ?? whyNoSignIn(provider, there.kind === 'to-add'),
    cannotRefresh: obstacle ?? provider?.retired ?? provider?.notRefreshable,
    ...(there.kind === 'to-add' ? { endpoint: there.endpoint } : {}),
    comparison,
  }
}

function sendTravel(
  parts: ViewDeps,
  known: Known,
  name: string,
  profile: Profile,
  compared: readonly One[],
): Travel {
  const { current } = profile.grant
  const provider = parts.findProvider(profile.provider)
  const ticket =
    current.fingerprint === undefined ? undefined : parts.profiles.snapshot.tickets.get(current.fingerprint)
  const theirs = compared.find(({ local }) => local?.id === profile.id)
  const lender = profile.grant.entries.find((entry) => entry.lender)?.lender
  const here = theirs?.comparison
  return {
    from: THIS,
    to: name,
    providerName: provider?.name ?? profile.provider,
    kind: current.credential?.kind ?? current.kind ?? 'oauth',
    rotates: current.credential !== undefined && wouldFork(current.credential, provider),
    hasToken: current.credential !== undefined,
    canMove: canMove(profile, ticket, provider),
    why: whyNot(profile, provider),
    lends: lends(profile, provider),
    borrowedFrom: lender?.name,
    answers: known.reach.kind !== 'reached' || known.reach.by !== 'files',
    cannotSignIn: `Sign in on ${name} itself: lamplighter login ${profile.provider}`,
    cannotRefresh: provider?.retired ?? provider?.notRefreshable,
    comparison: here === undefined ? 'only-there' : SEEN_FROM_THERE[here],
  }
}

const SEEN_FROM_THERE: Readonly<Record<Comparison, Comparison>> = {
  'only-there': 'newer-here',
  same: 'same',
  'newer-there': 'newer-here',
  'newer-here': 'newer-there',
  'other-account': 'other-account',
  'borrowed-here': 'borrowed-there',
  'borrowed-there': 'borrowed-here',
  fork: 'fork',
  unreadable: 'newer-there',
}

function whyNoSignIn(provider: Provider | undefined, isAdded: boolean): string | undefined {
  if (isAdded || (provider && (hasBrowserLogin(provider) || hasDeviceLogin(provider)))) return undefined
  return provider?.retired ?? `Lamplighter cannot sign in at ${provider?.name ?? 'this provider'} itself.`
}
