/** What OpenClaw calls a login that Lamplighter hands it, and the plan that its own command applies. Pure. */
import { AppError } from '../../base/errors.ts'
import { OUR_SECRETS } from '../../stores/openclaw/format.ts'
import type { SecretCommand } from './wrapper.ts'

/** Before the profile's id in what OpenClaw asks us for, and so in the login's use. */
const ASKED = 'openclaw:'
/** By our name of the provider; seen with OpenClaw 2026.9.6. Others take a key, or ask for more than a bearer token. */
const PROVIDERS: Readonly<Record<string, string>> = { 'openai-codex': 'openai', anthropic: 'anthropic' }
/** OpenClaw gives a command five seconds if nothing is said: a token may have to be refreshed first. */
const TIMEOUT_MS = 30_000

export interface SinkName {
  /** As OpenClaw spells it. */
  readonly provider: string
  readonly profileId: string
  /** As `lamplighter use` has it. */
  readonly use: string
}

/** @param provider by our name. @throws AppError NOT_REFRESHABLE: OpenClaw takes no token for that one */
export function sinkNameOf(loginId: string, provider: string): SinkName {
  const theirs = PROVIDERS[provider]
  if (theirs === undefined) throw unusable(loginId, provider)
  const account = loginId.slice(loginId.indexOf(':') + 1).replace(/[^A-Za-z0-9._-]+/g, '-')
  const profileId = `${theirs}:lamplighter-${account}`
  return { provider: theirs, profileId, use: `audience ${ASKED}${profileId}` }
}

/** Why OpenClaw takes no login of that provider, where it does not. */
export function refusedProvider(loginId: string, provider: string): AppError | undefined {
  return PROVIDERS[provider] === undefined ? unusable(loginId, provider) : undefined
}

function unusable(loginId: string, provider: string): AppError {
  const known = Object.keys(PROVIDERS).join(' and ')
  return new AppError('NOT_REFRESHABLE', `OpenClaw takes no access token for logins of "${provider}".`, {
    hint: `It does for ${known}. Others are handed to a field of its configuration: lamplighter use ${loginId} audience NAME`,
  })
}

export function isSinkUse(use: string): boolean {
  return use.startsWith(`audience ${ASKED}`)
}

/** For `openclaw secrets apply`. */
export function planToUse(name: SinkName, agent: string, command: SecretCommand): object {
  return {
    version: 1,
    protocolVersion: 1,
    providerUpserts: {
      [OUR_SECRETS]: {
        source: 'exec',
        ...command,
        jsonOnly: true,
        timeoutMs: TIMEOUT_MS,
      },
    },
    targets: [
      {
        type: 'auth-profiles.token.token',
        path: `profiles.${name.profileId}.token`,
        pathSegments: ['profiles', name.profileId, 'token'],
        agentId: agent,
        authProfileProvider: name.provider,
        ref: { source: 'exec', provider: OUR_SECRETS, id: `${ASKED}${name.profileId}` },
      },
    ],
  }
}

/** Once OpenClaw is handed no login any more. */
export const PLAN_TO_END = { version: 1, protocolVersion: 1, targets: [], providerDeletes: [OUR_SECRETS] }
