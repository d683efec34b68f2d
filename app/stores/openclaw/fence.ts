/**
 * While a newer OpenClaw refreshes, it puts an inert text in the place of each token: the "fence". It is no
 * credential, must never be sent anywhere, and the `expires: 1` beside it is no time. Since 2026.9.4 a refresh that
 * fails for any reason leaves it there for good. Pure.
 */

export interface Fence {
  /** `failed`: OpenClaw gave up, and there is no refresh token any more. */
  readonly state: 'pending' | 'failed'
  /** What it stands for; absent in a form that we do not know. */
  readonly generation?: { readonly kind: 'access' | 'refresh'; readonly digest: string }
}

const PREFIX = 'openclaw-oauth-refresh-fence:'
const KNOWN = /^v1:[0-9a-f]{32}:(?:failed:)?(access|refresh):([0-9a-f]{64})$/

/** OpenClaw gives itself two minutes for a refresh; a pending fence that is older was left by a process that died. */
export const FENCE_LIFE_MS = 120_000

/** Undefined when the text is no fence. */
export function fenceOf(token: string | undefined): Fence | undefined {
  const text = token?.trim()
  if (!text?.startsWith(PREFIX)) return undefined
  const state = text.includes(':failed:') ? 'failed' : 'pending'
  const [, kind, digest] = KNOWN.exec(text.slice(PREFIX.length)) ?? []
  if ((kind !== 'access' && kind !== 'refresh') || digest === undefined) return { state }
  return { state, generation: { kind, digest } }
}

/** Does this fence stand in the place of that token? @param sha256Hex of a text's UTF-8 bytes */
export function standsFor(
  fence: Fence,
  {
    profileId,
    provider,
    token,
  }: { readonly profileId: string; readonly provider: string; readonly token: string },
  sha256Hex: (text: string) => string,
): boolean {
  if (!fence.generation) return false
  const { kind, digest } = fence.generation
  return (
    sha256Hex(JSON.stringify(['openclaw.oauth-refresh-generation', 1, profileId, provider, kind, token])) ===
    digest
  )
}
