/** A key that is used once: what it seals is of no use to whoever does not get it. */
import type { Random, SealingKey } from '../../../base/ports.ts'

const KEY_BYTES = 32

/** @returns base64url */
export function newKey(random: Pick<Random, 'token'>): string {
  return random.token(KEY_BYTES)
}

export function sealingKeyOf(move: string, key: string): SealingKey {
  const binary = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  return { id: `move-${move.slice(0, 8)}`, bytes, kept: 'file' }
}
