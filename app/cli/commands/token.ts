import type { TokenTarget } from '../../model/token-target.ts'
import type { HostCalls } from '../../rpc/protocol.ts'
import { isoOrNull, ownCommand, printJson } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'

export const token = ownCommand({
  name: 'token',
  usage: 'token PROFILE [{for}] [{scope}] [{audience}] [{resource}] [{json}]',
  summary: 'a working access token, alone on standard output; renewed first when it expires sooner',
  examples: ['token ada@example.test --for 30m', 'token ada@example.test --scope "repo:read"'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {
    for: { type: 'string', value: '30m', help: 'how long it has to be good, at least' },
    scope: { type: 'string', value: '"SCOPES"', help: 'one that may do this and no more (RFC 8693)' },
    audience: { type: 'string', value: 'NAME', help: 'one for somebody else, as the provider calls them' },
    resource: { type: 'string', value: 'URL', help: 'one for the server at this address' },
  },
  async own({ broker }, words, flags, io) {
    const validForMs = flags.for === undefined ? 0 : parseDuration(flags.for)
    const wish = { profile: words[0] ?? '', validForMs }
    const target = targetFrom(flags)
    const got: HostCalls['exchangeToken']['result'] = target
      ? await broker.ask('exchangeToken', { ...wish, ...target })
      : await broker.ask('token', wish)
    // The one place where a token leaves the program in clear: the person asked for exactly that.
    const { profile, accessToken, expiresAtMs, scope } = got
    const more = scope === undefined ? {} : { scope }
    if (flags.json) printJson(io, { profile, accessToken, expiresAt: isoOrNull(expiresAtMs), ...more })
    else io.out(accessToken)
    return EXIT.ok
  },
})

function targetFrom({
  scope,
  audience,
  resource,
}: {
  readonly scope?: string
  readonly audience?: string
  readonly resource?: string
}): TokenTarget | undefined {
  if (scope === undefined && audience === undefined && resource === undefined) return undefined
  return {
    ...(scope === undefined ? {} : { scope: scope.split(/[\s,]+/).filter(Boolean) }),
    ...(audience === undefined ? {} : { audience }),
    ...(resource === undefined ? {} : { resource }),
  }
}
