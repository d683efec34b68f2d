/** One look at another machine: what it has, compared with what our journal knows, written down for later. */
import { AppError, toFailure } from '../../../base/errors.ts'
import { lineageOf } from '../../../model/lineage.ts'
import type { Source } from '../../transfer/import/read-source.ts'
import { ask, type NodeConnection } from '../connection/ask-node.ts'
import type { Dialled } from '../connection/connections.ts'
import { here, type NodeDeps } from '../connection/deps.ts'
import type { NodeLogin } from '../connection/protocol.ts'
import * as calls from '../connection/protocol.ts'
import type { Known, KnownLogin, NodeCache } from './node-cache.ts'
import { LIMITS, loginsOf, readFilesThere } from './remote-files.ts'

const INVENTORY_WITHIN_MS = 30_000

/** What was found there; with `files`, the logins themselves as well. */
export type Seen =
  | { readonly kind: 'link'; readonly link: NodeConnection; readonly known: Known }
  | { readonly kind: 'files'; readonly source: Source; readonly known: Known }

/** @throws AppError NODE_UNREACHABLE, NODE_LACKS */
export async function probe(
  parts: NodeDeps,
  nodes: NodeCache,
  destination: string,
  dialled: Dialled,
): Promise<Seen> {
  await parts.look()
  if (dialled.kind === 'link') {
    const known = await overLink(parts, destination, dialled)
    await nodes.put(known)
    return { kind: 'link', link: dialled.link, known }
  }
  const isSpent = async (fingerprint: string): Promise<boolean> =>
    (await parts.tools.journal.read(fingerprint))?.state === 'spent'
  const source = await readFilesThere({ ...parts, isSpent }, destination)
  const logins = await withLineage(parts, loginsOf(parts, source))
  const reach = { kind: 'reached', atMs: parts.ports.clock.now(), by: 'files', limits: LIMITS } as const
  const known: Known = { destination, reach, logins, lineage: {} }
  await nodes.put(known)
  return { kind: 'files', source, known }
}

/** It could not be reached: what it told the last time stays. */
export async function lookFailed(
  parts: NodeDeps,
  nodes: NodeCache,
  destination: string,
  error: unknown,
): Promise<void> {
  const { detail, path: _, ...failure } = toFailure(error)
  const reach = {
    kind: 'unreachable',
    atMs: parts.ports.clock.now(),
    failure: { ...failure, ...(detail === undefined ? {} : { detail }) },
  } as const
  await nodes.put({ ...nodes.get(destination), reach })
}

/** Trouble of the machine or the way there, and not of one login. */
export function isUnreached(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    ['NODE_UNREACHABLE', 'NODE_LACKS', 'HOST_GONE', 'HOST_REFUSED'].includes(error.code)
  )
}

async function overLink(
  parts: NodeDeps,
  destination: string,
  { link, by, version }: Extract<Dialled, { kind: 'link' }>,
): Promise<Known> {
  const { random, clock } = parts.ports
  const ours = new Map<string, string>() // what they call our token -> what we call it
  for (const { grant } of here(parts)) {
    const { credential, fingerprint } = grant.current
    const token = credential?.refreshToken?.expose()
    // A stranger is not told which tokens are here.
    if (link.isTrusted && token !== undefined && fingerprint !== undefined)
      ours.set(random.fingerprint(token, link.fingerprintKey), fingerprint)
  }
  const reply = await ask(
    clock,
    link,
    'node.profiles',
    { ours: [...ours.keys()] },
    calls.profilesResult,
    INVENTORY_WITHIN_MS,
  )
  const logins = reply.logins.flatMap((one) => {
    const parsed = calls.nodeLogin.safeParse(one)
    if (!parsed.success) parts.ports.log.warn('a login of a node is not understood', { node: link.name })
    return parsed.success ? [parsed.data] : []
  })
  const lineage: Record<string, string> = {}
  for (const [theirs, newest] of Object.entries(reply.lineage)) {
    const own = ours.get(theirs)
    if (own !== undefined) lineage[own] = newest
  }
  return {
    destination,
    ...(link.isItself ? { machine: link.machine } : {}),
    reach: { kind: 'reached', atMs: clock.now(), by, version },
    logins: await withLineage(parts, logins),
    lineage,
  }
}

async function withLineage(
  { tools }: NodeDeps,
  logins: readonly NodeLogin[],
): Promise<readonly KnownLogin[]> {
  const found: KnownLogin[] = []
  for (const login of logins) {
    const { mark } = login
    const newest = mark && (await lineageOf(mark, (one) => tools.journal.read(one))).newest
    found.push(newest !== undefined && newest !== mark ? { ...login, newestHere: newest } : login)
  }
  return found
}
