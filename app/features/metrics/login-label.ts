/** What a login is called where no account may be named: the same on every start, and nobody can tell whose it is. */
import type { Ports } from '../../base/ports.ts'

export function nodeLabel(random: Pick<Ports['random'], 'fingerprint'>, node: string): string {
  return random.fingerprint(`metrics node ${node}`)
}

export function loginLabel(random: Pick<Ports['random'], 'fingerprint'>, profileId: string): string {
  return random.fingerprint(`metrics ${profileId}`)
}
