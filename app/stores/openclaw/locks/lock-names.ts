/** What OpenClaw calls the lock around a refresh of one profile, under `<state>/locks/oauth-refresh/`. Pure. */

export interface ProfileKey {
  readonly provider: string
  readonly profileId: string
}

const PRIME = 0x100000001b3n
const LANES = [
  { start: 0xcbf29ce484222325n, plus: 0n },
  { start: 0x9ae16a3b2f90404fn, plus: 0x9e3779b97f4a7c15n },
] as const

/**
 * Two names for one thing: releases differ, and which one took over when is not known, so both are taken.
 * @param sha256Hex of a text's UTF-8 bytes
 */
export function refreshLockNames(
  key: ProfileKey,
  sha256Hex: (text: string) => string,
): readonly [string, string] {
  const older = `sha256-${sha256Hex(`${key.provider}\0${key.profileId}`)}.lock`
  return [older, `lock-${digest(JSON.stringify([key.provider, key.profileId]))}.lock`]
}

/** By provider, then id, as OpenClaw sorts when it takes several. */
export function byProviderThenId(a: ProfileKey, b: ProfileKey): number {
  return compare(a.provider, b.provider) || compare(a.profileId, b.profileId)
}

/** Two 64-bit FNV-1a lanes, 128 bits as 32 hex digits. */
function digest(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return LANES.map(({ start, plus }) => {
    let lane: bigint = start
    for (const byte of bytes)
      lane = BigInt.asUintN(64, (lane ^ BigInt.asUintN(64, BigInt(byte) + plus)) * PRIME)
    return lane.toString(16).padStart(16, '0')
  }).join('')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
