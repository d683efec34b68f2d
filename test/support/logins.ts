/** Logins as our vault keeps them and as OpenClaw writes them, of providers that rotate and of one that never does. */
import type { Credential } from '../../app/model/credential.ts'
import type { Provider } from '../../app/model/provider.ts'
import { Secret } from '../../app/model/secret.ts'
import { generic } from '../../app/providers/generic.ts'
import { findBuiltIn } from './openclaw.ts'

export const LATER = Date.UTC(2032, 0, 1)
export const EARLIER = Date.UTC(2031, 0, 1)
export const PAST = Date.UTC(2020, 0, 1)

/** The stock providers, "steady", which never rotates, and "margin", for which OpenClaw stores expiries early as well. */
export function findProvider(name: string): Provider | undefined {
  if (name === 'steady') return { ...generic, id: name, name: 'Steady', rotation: 'never' }
  if (name === 'margin')
    return { ...generic, id: name, name: 'Margin', rotation: 'never', openclawBufferMs: 300_000 }
  return findBuiltIn(name)
}

export function credential(
  part: Partial<Omit<Credential, 'accessToken' | 'refreshToken'>> & {
    access?: string
    refresh?: string
  } = {},
): Credential {
  const { access = 'CANARY-access-here', refresh, ...rest } = part
  return {
    kind: 'oauth',
    accessToken: new Secret(access),
    ...(refresh === undefined ? {} : { refreshToken: new Secret(refresh) }),
    expiresAtMs: EARLIER,
    account: {},
    generation: 1,
    ...rest,
  }
}

/** An entry of auth-profiles.json for a provider that does not rotate. */
export function steady(part: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'oauth',
    provider: 'steady',
    access: 'CANARY-steady-access',
    refresh: 'CANARY-steady-refresh',
    expires: EARLIER,
    email: 'ada@example.test',
    ...part,
  }
}

export function codex(part: Record<string, unknown> = {}): Record<string, unknown> {
  return steady({
    provider: 'openai-codex',
    access: 'CANARY-codex-access',
    refresh: 'CANARY-codex-refresh',
    accountId: 'account-1',
    ...part,
  })
}
