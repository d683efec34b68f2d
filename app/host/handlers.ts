/** What a host answers: one entry for each call of protocol.ts. Parameters are unknown until they are parsed. */
import { z } from 'zod'
import { AppError } from '../base/errors.ts'
import { IN_WORDS } from '../config/issue-words.ts'
import type { Core } from '../core.ts'
import { Secret } from '../model/secret.ts'
import { goneSignal, type Peer, type RpcHandler, type RpcHandlers } from '../rpc/peer.ts'
import type { HostCallName, HostCalls } from '../rpc/protocol.ts'
import type { Events } from './events.ts'

const profile = z.string()
/** A person is back from their holidays by then; a timer of more than 24 days fires at once. */
const LONGEST_WAIT_MS = 14 * 24 * 60 * 60 * 1000

const purpose = {
  use: z.array(z.string()).min(1),
  user: z.string().optional(),
  folder: z.string().optional(),
}

const token = {
  profile,
  validForMs: z.number().min(0).optional(),
  waitMs: z.number().min(0).max(LONGEST_WAIT_MS).optional(),
}

const schemas = {
  token: z.object(token),
  exchangeToken: z
    .object({
      ...token,
      scope: z
        .array(z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/))
        .min(1)
        .exactOptional(),
      audience: z.string().min(1).exactOptional(),
      resource: z
        .url()
        .refine((url) => !url.includes('#'))
        .exactOptional(),
    })
    .refine(({ scope, audience, resource }) => [scope, audience, resource].some((one) => one !== undefined), {
      error: 'say a scope, an audience or a resource',
    }),
  loginFor: z.object(purpose),
  tokenFor: z.object({
    ...purpose,
    token: z.enum(['access', 'id']).optional(),
    asker: z.number().int().positive().optional(),
  }),
  release: z.unknown(),
  refresh: z.object({ profile }),
  report401: z.object({ profile, accessToken: z.string().min(1).optional() }),
  profile: z.object({ profile }),
  overview: z.unknown(),
  listen: z.object({ events: z.array(z.enum(['overview', 'history', 'expiring', 'usable'])) }),
}

type Name = keyof typeof schemas & HostCallName
type Handlers = {
  readonly [N in Name]: (params: z.infer<(typeof schemas)[N]>, peer: Peer) => Promise<HostCalls[N]['result']>
}

/** @param ending aborts when the host is about to end: whoever waits is told so */
export function hostHandlers(core: Core, events: Events, ending: AbortSignal): RpcHandlers {
  const signals = new WeakMap<Peer, AbortSignal>()
  /** One for each peer: it may ask as often as it likes. */
  const goneOf = (peer: Peer): AbortSignal => {
    const known = signals.get(peer)
    if (known) return known
    const made = AbortSignal.any([ending, goneSignal(peer)])
    signals.set(peer, made)
    return made
  }
  /** @throws AppError as Core.handOut() */
  const give = <T>(peer: Peer, login: string, use: string | undefined, work: () => T | Promise<T>) => {
    const program = { name: nameOf(peer), isKnown: false } // a socket tells nobody who is at its other end
    return core.handOut({ program, login, use, askedBy: askedBy(peer), signal: goneOf(peer) }, work)
  }
  const handlers: Handlers = {
    async token({ profile, validForMs = 0, waitMs = 0 }, peer) {
      const id = core.idOf(profile)
      const wish = { validForMs, askedBy: askedBy(peer), waitMs, signal: goneOf(peer) }
      const { accessToken, expiresAtMs, queued } = await give(peer, id, undefined, () => core.token(id, wish))
      // Out in clear: whoever asks sits at the other end of this user's own wire, and has sent the key.
      return {
        profile: id,
        accessToken: accessToken.expose(),
        ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
        ...(queued ? { queued } : {}),
      }
    },
    async exchangeToken({ profile, validForMs = 0, waitMs = 0, ...target }, peer) {
      const id = core.idOf(profile)
      const wish = { validForMs, askedBy: askedBy(peer), waitMs, signal: goneOf(peer) }
      const { accessToken, ...rest } = await give(peer, id, undefined, () =>
        core.exchangeToken(id, target, wish),
      )
      return { profile: id, accessToken: accessToken.expose(), ...rest }
    },
    async loginFor(asked) {
      return (await core.uses.loginFor(asked)) ?? null
    },
    async tokenFor({ token: which = 'access', asker, ...asked }, peer) {
      const login = await core.uses.loginFor(asked)
      if (!login) return null
      const id = login.profile
      const ask = asker === undefined ? {} : { ask: JSON.stringify([asker, which, asked.use, id]) }
      const wish = { askedBy: askedBy(peer), token: which, ...ask, signal: goneOf(peer) }
      const use = asked.use.join(' ')
      const { token, expiresAtMs } = await give(peer, id, use, () => core.uses.handOut(id, wish))
      return { ...login, token: token.expose(), ...(expiresAtMs === undefined ? {} : { expiresAtMs }) }
    },
    async release(_params, peer) {
      core.release(askedBy(peer))
      return null
    },
    refresh: ({ profile }, peer) => core.refresh(core.idOf(profile), { askedBy: askedBy(peer) }),
    report401: ({ profile, accessToken }, peer) =>
      core.report401(core.idOf(profile), {
        askedBy: askedBy(peer),
        ...(accessToken === undefined ? {} : { accessToken: new Secret(accessToken) }),
      }),
    profile: async ({ profile }) => core.profile(profile),
    overview: async () => core.overview(),
    async listen({ events: names }, peer) {
      events.listen(peer, names)
      return null
    },
  }
  const all = (Object.keys(handlers) as Name[]).map((name): [string, RpcHandler] => [
    name,
    answer(handlers, name),
  ])
  return new Map(all)
}

function answer<N extends Name>(handlers: Handlers, name: N): RpcHandler {
  return async (params, peer) => {
    const parsed = schemas[name].safeParse(params, IN_WORDS)
    if (!parsed.success) throw notUnderstood(name, parsed.error)
    return handlers[name](parsed.data as z.infer<(typeof schemas)[N]>, peer)
  }
}

function notUnderstood(name: string, { issues }: z.ZodError): AppError {
  const where = issues[0]?.path.map(String).join('.') || 'its parameters'
  return new AppError('ARGUMENT_INVALID', `${name}: ${where}: ${issues[0]?.message ?? 'is not understood'}`)
}

function nameOf(peer: Peer): string {
  return peer.caller?.name ?? 'somebody'
}

function askedBy(peer: Peer): string {
  return peer.caller?.askedBy ?? 'somebody'
}
