/** Many logins from another machine in one go, each on its own: what fails for one is told in its row. */

import { AppError, messageOf, toFailure } from '../../base/errors.ts'
import { withLock } from '../../base/with-lock.ts'
import type { BringRequest, BringResultView, Way } from '../../contract/nodes.ts'
import { decodeCredential } from '../../model/credential-codec.ts'
import { labelOf } from '../../model/profile-view.ts'
import { hasDeviceLogin } from '../../model/provider.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import { applyRow } from '../transfer/import/apply-row.ts'
import { type Backup, newBackup } from '../transfer/import/backup.ts'
import type { PlannedRow } from '../transfer/import/plan.ts'
import type { Source } from '../transfer/import/read-source.ts'
import { borrow } from './borrow/borrow.ts'
import { ask, type NodeConnection } from './connection/ask-node.ts'
import { here, type NodeDeps } from './connection/deps.ts'
import type { NodeLogin } from './connection/protocol.ts'
import * as calls from './connection/protocol.ts'
import { ensureProvider, recordArrival } from './inventory/ensure-provider.ts'
import type { MoveTarget } from './move/move-target.ts'
import { type Arrival, holderOf, planArrival } from './move/place-credential.ts'

type Row = BringResultView['rows'][number]
type Outcome = Pick<Row, 'account'> & Partial<Pick<Row, 'message' | 'loginId'>>

/** Where the logins come from. */
export type From =
  | { readonly kind: 'link'; readonly link: NodeConnection }
  | { readonly kind: 'files'; readonly source: Source; readonly name: string }

export interface Bringing {
  readonly parts: NodeDeps
  readonly moveIn: MoveTarget
  readonly from: From
  /** What the last look found there: names for rows, and providers to sign in to. */
  readonly logins: readonly NodeLogin[]
}

/** One import at a time, as with files: its backup and its undo are one. */
const LOCK = 'import'

export async function receiveAll(
  bringing: Bringing,
  choices: readonly BringRequest[],
): Promise<BringResultView> {
  const { ports } = bringing.parts
  return withLock(ports, LOCK, WAIT_MS, async () => {
    const backup = await newBackup(ports, nameOf(bringing.from))
    const rows: Row[] = []
    for (const choice of choices) rows.push(await bringOne(bringing, backup, choice))
    await backup.save()
    await bringing.parts.look()
    const canUndo = backup.manifest.changes.some(({ state }) => state === 'written')
    return { rows, ...(canUndo ? { undoId: backup.manifest.id } : {}) }
  })
}

async function bringOne(bringing: Bringing, backup: Backup, choice: BringRequest): Promise<Row> {
  const { profileId, way } = choice
  const login = bringing.logins.find(({ id }) => id === profileId)
  try {
    const outcome = await WAYS[way](bringing, backup, choice)
    return { profileId, way, ...outcome }
  } catch (error) {
    return { profileId, account: login?.label ?? profileId, way, failure: toFailure(error) }
  }
}

type BringIt = (bringing: Bringing, backup: Backup, choice: BringRequest) => Promise<Outcome>

const WAYS: Readonly<Record<Way, BringIt>> = {
  move: async ({ parts, moveIn, from }, _, choice) => {
    const moved = await moveIn.bring(linkIn(from), choice)
    await tell(parts, moved.profileId, moved.account, moved.message)
    return moved
  },
  borrow: async ({ parts, from }, backup, choice) => {
    const borrowed = await borrow(parts, linkIn(from), choice, backup)
    await tell(parts, borrowed.profileId, borrowed.account, borrowed.message)
    return borrowed
  },
  'sign-in': (bringing, _, choice) => signIn(bringing, choice),
  copy,
}

/** @throws AppError NODE_LACKS */
function linkIn(from: From): NodeConnection {
  if (from.kind === 'link') return from.link
  throw new AppError('NODE_LACKS', `That needs Lamplighter on ${from.name}.`, {
    hint: 'Install it there, or sign in here.',
  })
}

/** Nothing of the other machine is needed but the name of the provider. */
async function signIn(
  { parts, logins, from }: Bringing,
  { profileId, endpoint }: BringRequest,
): Promise<Outcome> {
  const login = logins.find(({ id }) => id === profileId)
  if (!login) throw new AppError('PROFILE_UNKNOWN', `There is no login called "${profileId}" there.`)
  const whose = from.kind === 'link' ? from.link : { machine: '', name: from.name }
  const providerId = await ensureProvider(parts, whose, login, endpoint)
  const provider = parts.findProvider(providerId)
  const remote = parts.ports.process.env('SSH_CONNECTION') !== undefined // nobody sees a browser that opens here
  const device = provider && hasDeviceLogin(provider) && remote ? ({ method: 'device' } as const) : {}
  const view = await parts.login({ providerId, ...device })
  const message = 'Sign in to get a login of its own for this machine. Nothing was copied.'
  return { account: login.label, loginId: view.id, message }
}

async function copy({ parts, from }: Bringing, backup: Backup, choice: BringRequest): Promise<Outcome> {
  const { profileId } = choice
  const arrival = from.kind === 'link' ? await copyOver(parts, from.link, choice) : fromFile(from, profileId)
  await parts.look()
  const before = holderOf(parts, arrival.credential)
  if (before) return { account: labelOf(before), message: 'This machine holds exactly this login already.' }
  const row = planArrival(parts, arrival, `copy ${profileId}`)
  if (row.target.kind === 'none') throw new AppError('ARGUMENT_INVALID', row.view.consequence)
  const written = await apply(parts, backup, row)
  await parts.look()
  const profile = holderOf(parts, arrival.credential)
  if (profile) parts.forgetRetry(profile.id)
  const account = profile ? labelOf(profile) : row.view.account
  const verified = profile ? await verify(parts, profile.id) : ''
  const message = [`Copied, into ${written.join(', ')}.`, verified].filter(Boolean).join(' ')
  await tell(parts, profile?.id ?? profileId, account, message)
  return { account, message }
}

async function copyOver(
  parts: NodeDeps,
  link: NodeConnection,
  { profileId, endpoint }: BringRequest,
): Promise<Arrival> {
  const got = await ask(parts.ports.clock, link, 'node.copy', { profile: profileId }, calls.copied)
  const provider = await ensureProvider(parts, link, got, endpoint)
  return {
    name: got.name,
    provider,
    credential: decodeCredential(got.packed),
    from: link.name,
  }
}

function fromFile({ source, name }: Extract<From, { kind: 'files' }>, profileId: string): Arrival {
  const profile = source.logins.find(({ id }) => id === profileId)
  const { credential, holder } = profile?.grant.current ?? {}
  if (!profile || !credential || !holder) {
    throw new AppError('PROFILE_UNKNOWN', `There is no login called "${profileId}" there.`)
  }
  const account = { ...profile.account, ...credential.account }
  return {
    name: holder.entry,
    provider: profile.provider,
    credential: { ...credential, account },
    from: name,
  }
}

async function apply(parts: NodeDeps, backup: Backup, row: PlannedRow): Promise<readonly string[]> {
  const tools = { ...parts.tools, ports: parts.ports, vault: parts.vault }
  const { written, troubles } = await applyRow(tools, backup, row)
  await recordArrival(parts, row.view.providerId, written)
  const targets = [...new Set(written.map(({ label }) => label))]
  const { account, providerId } = row.view
  if (targets.length === 0) {
    throw new AppError('STORE_UNWRITABLE', troubles[0]?.message ?? 'Nothing could be written.')
  }
  backup.manifest.imported.push({ rowId: row.view.id, providerId, account, targets })
  return targets
}

/** A refresh shows that it works, where it takes nothing from the other machine. */
async function verify(parts: NodeDeps, profileId: string): Promise<string> {
  const profile = here(parts).find(({ id }) => id === profileId)
  const isHarmless = profile && parts.findProvider(profile.provider)?.rotation === 'never'
  if (!profile || !isHarmless || !parts.profiles.assessment(profile).refreshable) return ''
  try {
    const { outcome } = await parts.refresh(profile, 'person')
    if (outcome.kind === 'refreshed' || outcome.kind === 'adopted') return 'It was renewed here, so it works.'
    return 'failure' in outcome ? `The first renewal did not succeed: ${outcome.failure.message}` : ''
  } catch (error) {
    return `The first renewal did not succeed: ${messageOf(error)}`
  }
}

async function tell(
  { ports, record, profiles }: NodeDeps,
  profileId: string,
  account: string,
  message: string,
): Promise<void> {
  const profile = profiles.snapshot.profiles.get(profileId)
  const grant = profile?.grant.current.fingerprint
  await record({
    atMs: ports.clock.now(),
    kind: 'imported',
    profileId,
    providerId: profile?.provider ?? '',
    account,
    message,
    ...(grant === undefined ? {} : { successor: grant }),
    askedBy: 'person',
    process: ports.process.label,
    pid: ports.process.pid,
  })
}

function nameOf(from: From): string {
  return from.kind === 'link' ? from.link.name : from.name
}
