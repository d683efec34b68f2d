/** What another machine may ask of this one: `node.*`. Parameters are unknown until they are parsed. */
import type { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { IN_WORDS } from '../../config/issue-words.ts'
import type { BringRequest, BringResultView } from '../../contract/nodes.ts'
import { encodeCredential } from '../../model/credential-codec.ts'
import { lineageOf } from '../../model/lineage.ts'
import type { Profile } from '../../model/profile.ts'
import { goneSignal, type Peer, type RpcHandler, type RpcHandlers } from '../../rpc/peer.ts'
import type { NodeConnection } from './connection/ask-node.ts'
import type { NodeDeps } from './connection/deps.ts'
import type { NodePermissions } from './connection/permissions.ts'
import * as calls from './connection/protocol.ts'
import { definitionOf } from './inventory/definition.ts'
import { inventory, whyNot } from './inventory/inventory.ts'
import type { MoveSource } from './move/move-source.ts'
import type { MoveTarget } from './move/move-target.ts'

export interface AnswerDeps {
  readonly parts: NodeDeps
  readonly access: NodePermissions
  readonly moveOut: MoveSource
  readonly moveIn: MoveTarget
  readonly greet: (peer: Peer, params: unknown) => Promise<unknown>
  /** Who is at the other end. @throws AppError HOST_REFUSED before node.hello */
  readonly linkOf: (peer: Peer) => NodeConnection
  /** A move to that machine is at its end: what this one has by now is older than what is there. */
  readonly given: (link: NodeConnection, profileThere: string) => Promise<void>
  /** From now on that machine is told of every new access token. */
  readonly follow: (peer: Peer) => void
  /** Brings logins from the machine at the other end to this one. */
  readonly take: (link: NodeConnection, choices: readonly BringRequest[]) => Promise<BringResultView>
}

export function nodeHandlers(about: AnswerDeps): RpcHandlers {
  const { parts, access, moveOut, moveIn, linkOf } = about
  return new Map<string, RpcHandler>([
    ['node.hello', (params, peer) => about.greet(peer, params)],
    answer('node.profiles', calls.profilesParams, async ({ ours }, peer) => {
      access.checkOwn(peer)
      await parts.look()
      const logins = inventory(parts, linkOf(peer).fingerprintKey)
      return { logins, lineage: await lineages(parts, ours) }
    }),
    answer('node.token', calls.tokenParams, async ({ profile: id, validForMs }, peer) => {
      access.check(peer, 'token', id) // first: a refusal must not tell which logins there are
      await parts.look() // another process may have refreshed it, or moved it away
      const profile = await find(parts, id)
      return give(parts, linkOf(peer), profile, () => lend(parts, profile, validForMs, linkOf(peer).name))
    }),
    answer('node.copy', calls.copyParams, async ({ profile: id }, peer) => {
      access.check(peer, 'copy', id)
      const profile = await find(parts, id)
      return give(parts, linkOf(peer), profile, () => copy(parts, profile))
    }),
    answer('node.move.prepare', calls.prepareParams, async ({ move, profile: id }, peer) => {
      access.check(peer, 'move', id)
      const profile = await find(parts, id)
      return give(parts, linkOf(peer), profile, () => moveOut.prepare(move, profile.id, linkOf(peer)))
    }),
    answer('node.move.commit', calls.moveParams, async ({ move }, peer) => {
      await checkMove(about, peer, move)
      return moveOut.commit(move, linkOf(peer).machine)
    }),
    answer('node.move.finish', calls.finishParams, async ({ move, profile }, peer) => {
      await checkMove(about, peer, move)
      await moveOut.finish(move, linkOf(peer).machine, profile)
      await about.given(linkOf(peer), profile)
      return { done: true }
    }),
    answer('node.move.abort', calls.moveParams, async ({ move }, peer) => {
      await checkMove(about, peer, move)
      return { done: await moveOut.takeBack(move, linkOf(peer).machine) }
    }),
    // The source asks the target: harmless, since it only ever makes this machine able to do less.
    answer('node.move.discard', calls.moveParams, async ({ move }, peer) => ({
      done: await moveIn.giveBack(move, linkOf(peer)),
    })),
    answer('node.take', calls.takeParams, async ({ choices }, peer) => {
      access.checkOwn(peer)
      return about.take(linkOf(peer), choices)
    }),
    [
      'node.follow',
      async (_, peer) => {
        access.checkOwn(peer)
        about.follow(peer)
        return null
      },
    ],
  ])
}

function answer<T>(
  name: string,
  schema: z.ZodType<T>,
  work: (params: T, peer: Peer) => Promise<unknown>,
): [string, RpcHandler] {
  return [
    name,
    async (params, peer) => {
      const parsed = schema.safeParse(params, IN_WORDS)
      if (parsed.success) return work(parsed.data, peer)
      const [issue] = parsed.error.issues
      const where = issue?.path.map(String).join('.') || 'its parameters'
      throw new AppError('ARGUMENT_INVALID', `${name}: ${where} ${issue?.message ?? 'is not understood'}.`)
    },
  ]
}

/** A machine is let as a program is, by its name. Where we went there ourselves, a person has promised it. */
async function give<T>(
  { handOuts }: NodeDeps,
  { peer, name, destination }: NodeConnection,
  { id: login }: Profile,
  work: () => Promise<T>,
): Promise<T> {
  const program = { name, isKnown: false }
  const ask = { program, login, askedBy: `${name} (another machine)`, isElsewhere: true } as const
  if (destination === undefined) return handOuts.give({ ...ask, signal: goneSignal(peer) }, work)
  await handOuts.assertStanding(ask)
  return work()
}

/** A move is asked about by the machine it goes to, over a conversation it began, or at the place we went to for it. */
async function checkMove({ access, moveOut, linkOf }: AnswerDeps, peer: Peer, move: string): Promise<void> {
  const profile = await moveOut.profileOf(move, linkOf(peer).machine)
  if (profile !== undefined) access.check(peer, 'move', profile)
}

async function find(parts: NodeDeps, id: string): Promise<Profile> {
  if (!parts.profiles.snapshot.profiles.has(id)) await parts.look()
  const found = parts.profiles.snapshot.profiles.get(id)
  if (!found) throw new AppError('PROFILE_UNKNOWN', `There is no login called "${id}" any more.`)
  return found
}

/** The access token only, refreshed first where it would not last. */
async function lend(
  parts: NodeDeps,
  profile: Profile,
  validForMs: number,
  borrower: string,
): Promise<calls.Lent> {
  const { accessToken, expiresAtMs } = await parts.token(profile.id, validForMs, `${borrower} (borrowed)`)
  const now = parts.profiles.snapshot.profiles.get(profile.id) ?? profile
  const { credential } = now.grant.current
  const issuedAtMs = parts.profiles.issuedAtMs(now)
  const provider = parts.findProvider(profile.provider)
  return {
    profile: profile.id,
    provider: profile.provider,
    kind: credential?.kind ?? 'oauth',
    accessToken: accessToken.expose(), // out in clear: it goes through ssh, to the same person's other machine
    account: { ...now.account, ...credential?.account },
    nowMs: parts.ports.clock.now(),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(issuedAtMs === undefined ? {} : { issuedAtMs }),
    ...(credential?.scope ? { scope: [...credential.scope] } : {}),
    ...(provider ? { definition: definitionOf(parts, provider) } : {}),
  }
}

async function copy(parts: NodeDeps, profile: Profile): Promise<calls.Copied> {
  const { credential, holder, mode, spent } = profile.grant.current
  const provider = parts.findProvider(profile.provider)
  const why = whyNot(profile, provider) ?? (spent ? 'Its refresh token is used up.' : undefined)
  if (!credential || why !== undefined || mode === 'borrowed') {
    throw new AppError('ARGUMENT_INVALID', why ?? 'It is borrowed itself: ask its owner.')
  }
  const account = { ...profile.account, ...credential.account }
  return {
    profile: profile.id,
    provider: profile.provider,
    name: holder.entry,
    packed: encodeCredential({ ...credential, account }),
    ...(provider ? { definition: definitionOf(parts, provider) } : {}),
  }
}

/** Of tokens that our journal knows as used up: what became of them. */
async function lineages(
  { tools, profiles }: NodeDeps,
  fingerprints: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const fingerprint of fingerprints) {
    const { newest } = await lineageOf(
      fingerprint,
      async (one) => profiles.snapshot.tickets.get(one) ?? tools.journal.read(one),
    )
    if (newest !== fingerprint) found[fingerprint] = newest
  }
  return found
}
