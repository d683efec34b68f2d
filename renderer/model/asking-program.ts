/** Who says which program it is that asks. Pure. */
import type { AskingProgram } from '../../app/contract/consent.ts'

/** `door`, `reader`: a door or a kept file of Lamplighter's own; which program is behind it, nobody says. */
export type KnownBy = 'system' | 'door' | 'reader' | 'itself'

export function knownBy({ name, isKnown }: AskingProgram): KnownBy {
  if (!isKnown) return 'itself'
  if (name.startsWith('door ')) return 'door'
  return name.startsWith('kept file ') ? 'reader' : 'system'
}
