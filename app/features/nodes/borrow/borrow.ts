/** Borrowing: only the access token comes, with the name of its owner, and before it lapses the owner is asked for the next. */

import { AppError, toFailure } from '../../../base/errors.ts'
import type { BringRequest } from '../../../contract/nodes.ts'
import { fingerprintOf } from '../../../engine/journal/fingerprint.ts'
import type { RenewRequest } from '../../../engine/refresh/renewers/renewer.ts'
import { type Account, type Credential, compareAccounts } from '../../../model/credential.ts'
import { sameTokens } from '../../../model/expiry.ts'
import type { Holder, Lender } from '../../../model/holder.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { RefreshOutcome } from '../../../model/refresh-outcome.ts'
import { SHORTEST_INTERVAL_MS } from '../../../model/refresh-policy.ts'
import { Secret } from '../../../model/secret.ts'
import type { Backup } from '../../transfer/import/backup.ts'
import type { Change } from '../../transfer/import/manifest.ts'
import { VAULT_LABEL } from '../../transfer/import/plan.ts'
import { ask, type NodeConnection } from '../connection/ask-node.ts'
import { here, type NodeDeps } from '../connection/deps.ts'
import type { Lent } from '../connection/protocol.ts'
import * as calls from '../connection/protocol.ts'
import { ensureProvider } from '../inventory/ensure-provider.ts'
import { writeKept } from './moved-files.ts'

export interface Borrowed {
  readonly profileId: string
  readonly account: string
  readonly message: string
}

/** @throws AppError as the owner says, NODE_UNREACHABLE, STORE_UNWRITABLE */
export async function borrow(
  parts: NodeDeps,
  link: NodeConnection,
  { profileId, endpoint }: Omit<BringRequest, 'way'>,
  backup: Backup,
): Promise<Borrowed> {
  const got = await askFor(parts, link, { profile: profileId, validForMs: 0 })
  const provider = await ensureProvider(parts, link, got, endpoint)
  await parts.look()
  const lender: Lender = {
    machine: link.machine,
    name: link.name,
    profile: got.profile,
    ...(link.destination === undefined ? {} : { destination: link.destination }),
  }
  const credential = credentialOf(parts, got, undefined)
  const before = here(parts).find(
    (profile) => lenderOf(profile)?.machine === link.machine && lenderOf(profile)?.profile === got.profile,
  )
  const holder = before
    ? await again(parts, before, credential, lender)
    : await add(parts, { ...got, provider }, credential, lender, backup)
  await parts.look()
  const profile = here(parts).find(({ grant }) =>
    grant.entries.some((entry) => entry.holder.id === holder.id),
  )
  if (profile) parts.forgetRetry(profile.id)
  const id = profile?.id ?? holder.entry
  const message = `Borrowed: ${link.name} stays its owner, and is asked for the next token before this one expires.`
  return { profileId: id, account: profile ? labelOf(profile) : id, message }
}

async function again(parts: NodeDeps, profile: Profile, next: Credential, lender: Lender): Promise<Holder> {
  const entry = profile.grant.entries.find((one) => one.lender)
  if (!entry?.credential) throw new AppError('STORE_UNREADABLE', 'What is borrowed already cannot be read.')
  await parts.vault.renew(
    entry.holder,
    { ...next, generation: entry.credential.generation + 1 },
    entry.credential,
    lender,
  )
  return entry.holder
}

async function add(
  { vault, ports }: NodeDeps,
  got: Lent,
  credential: Credential,
  lender: Lender,
  backup: Backup,
): Promise<Holder> {
  const path = ports.paths.vault
  const taken = new Set((await vault.scan()).entries.map(({ holder }) => holder.entry))
  const id = taken.has(got.profile) ? `${got.profile}#${ports.random.token(4)}` : got.profile
  const holder = { store: 'vault', id: `vault:${id}`, label: VAULT_LABEL, path, entry: id } as const
  const rowId = `borrow ${got.profile}`
  await backup.keep(path)
  const change: Change = { rowId, holder, state: 'planned', after: await backup.seal(credential, holder.id) }
  backup.manifest.changes.push(change)
  await backup.save()
  const written = await vault.add({ id, provider: got.provider, credential, borrowed: lender })
  change.state = 'written'
  const { email, name } = credential.account
  const account = email ?? name ?? id
  backup.manifest.imported.push({ rowId, providerId: got.provider, account, targets: [VAULT_LABEL] })
  await backup.settle(path)
  await backup.save()
  return written
}

/** The next token of a borrowed login, over a link that is open. @throws AppError as the owner says, NODE_UNREACHABLE */
export async function renewOver(
  parts: NodeDeps,
  link: NodeConnection,
  profile: Profile,
  { validForMs, askedBy }: RenewRequest,
): Promise<RefreshOutcome> {
  const entry = profile.grant.entries.find((one) => one.lender)
  const { lender, credential: old } = entry ?? {}
  const grant = profile.grant.current.fingerprint ?? ''
  if (!entry || !lender || !old) return { kind: 'superseded', grant }
  const { clock } = parts.ports
  // When it is due: one that outlasts what is here, for which the owner may have to refresh. Else whatever it has.
  const left = old.expiresAtMs === undefined ? 0 : old.expiresAtMs - clock.now()
  const wanted = askedBy === 'schedule' ? Math.max(validForMs, left + 1) : validForMs
  const wish = { profile: lender.profile, validForMs: Math.max(wanted, 0) }
  const got = await askFor(parts, link, wish)
  refuseOtherAccount(profile.account, got.account, lender.name)
  const next = credentialOf(parts, got, old)
  if (askedBy === 'schedule' && sameTokens(next, old)) {
    // The two clocks differ: to the owner it is not near its end yet.
    const error = new AppError('PROVIDER_REFUSED', 'It has no newer access token yet.')
    return waitsFor(profile, lender.name, error, clock.now() + SHORTEST_INTERVAL_MS)
  }
  // An older Lamplighter there may have a name for it that ours has not, and the place we reached it at may be new.
  const known = { ...lender, ...(link.destination === undefined ? {} : { destination: link.destination }) }
  const result = await parts.vault.renew(entry.holder, next, old, known)
  if (result !== 'written') return { kind: 'superseded', grant }
  await writeKept(parts, profile, lender, next)
  const successor = fingerprintOf(parts.ports, next)
  return {
    kind: 'adopted',
    credential: next,
    grant,
    ...(successor === undefined ? {} : { successor }),
    foundIn: link.name,
    lentBy: link.name,
    raced: false,
    repaired: [],
  }
}

/** What the owner lends, with its times by our own clock. */
async function askFor(
  { ports: { clock } }: NodeDeps,
  link: NodeConnection,
  wish: { readonly profile: string; readonly validForMs: number },
): Promise<Lent> {
  const askedAtMs = clock.now()
  const got = await ask(clock, link, 'node.token', wish, calls.lent)
  const { nowMs, expiresAtMs, issuedAtMs } = got
  // The owner answered some time in between: no clock is wrong for that.
  if (nowMs === undefined || (askedAtMs <= nowMs && nowMs <= clock.now())) return got
  const aheadMs = askedAtMs - nowMs
  return {
    ...got,
    ...(expiresAtMs === undefined ? {} : { expiresAtMs: expiresAtMs + aheadMs }),
    ...(issuedAtMs === undefined ? {} : { issuedAtMs: issuedAtMs + aheadMs }),
  }
}

/** Why it could not be had, as something that is tried again by itself. */
export function waitsFor(profile: Profile, name: string, error: unknown, retryAtMs: number): RefreshOutcome {
  const failure = toFailure(error)
  return {
    kind: 'retry',
    cause: 'transient',
    grant: profile.grant.current.fingerprint ?? '',
    retryAtMs,
    failure: { ...failure, message: `Waiting for ${name}, which renews it. ${failure.message}` },
  }
}

export function lenderOf({ grant }: Profile): Lender | undefined {
  return grant.entries.find(({ lender }) => lender)?.lender
}

function credentialOf({ ports }: NodeDeps, got: Lent, old: Credential | undefined): Credential {
  const { expiresAtMs, issuedAtMs, scope } = got
  return {
    kind: got.kind,
    accessToken: new Secret(got.accessToken),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    issuedAtMs: Math.min(issuedAtMs ?? ports.clock.now(), ports.clock.now()),
    ...(scope === undefined ? {} : { scope }),
    account: { ...old?.account, ...got.account },
    generation: (old?.generation ?? 0) + 1,
  }
}

function refuseOtherAccount(expected: Account, actual: Account, name: string): void {
  if (compareAccounts(expected, actual) !== 'different') return
  throw new AppError(
    'LOGIN_OTHER_ACCOUNT',
    `${name} is signed in as ${actual.email ?? actual.id} by now. Nothing was written.`,
    { hint: `Borrow that login anew, or have ${name} sign in as ${expected.email ?? expected.id} again.` },
  )
}
