/** A login of this machine becomes the fleet's. From then on its refresh token is spent with the fleet's ticket only. */

import type { Credential } from '../../model/credential.ts'
import { type GrantRecord, parseGrantRecord } from '../../model/fleet-record.ts'
import type { FleetContext } from './context.ts'
import { fleetFingerprint, type SharedLogin, sealGrant } from './grant-seal.ts'
import { writeForSure } from './write-for-sure.ts'

export type Shared =
  | { readonly kind: 'shared'; readonly id: string }
  /** The fleet has a login of this account already, and it works. `node` renewed it last; `isOurs`: it came from this very one */
  | { readonly kind: 'there'; readonly id: string; readonly node: string; readonly isOurs: boolean }

/** The same account at the same provider is the same grant, whichever machine shares it. */
export function sharedId({ ports, keys }: Pick<FleetContext, 'ports' | 'keys'>, login: SharedLogin): string {
  const { account, refreshToken } = login.credential
  const who = account.id ?? account.email?.toLowerCase() ?? refreshToken?.expose() ?? ''
  return ports.random.fingerprint(JSON.stringify(['grant', login.provider, who]), keys.naming)
}

/** A new login takes the place of one that has ended. @throws RegisterFailure; AppError NOT_REFRESHABLE on a reader */
export async function shareLogin(tools: FleetContext, login: SharedLogin): Promise<Shared> {
  const { ports, register, layout, keys, node } = tools
  const id = sharedId(tools, login)
  const key = layout.grant(id)
  const found = await register.read(key)
  const before = found && parseGrantRecord(found.value)
  const ours = fleetFingerprint(ports, keys, login.credential)
  if (before?.state === 'ok') return { kind: 'there', id, node: before.node, isOurs: await isFrom(before) }
  const credential: Credential = { ...login.credential, generation: generationAfter(before) }
  const text = JSON.stringify(sealGrant(ports, keys, id, { ...login, credential }, { node }))
  const made = await writeForSure(ports.clock, text, () =>
    found ? register.replace(key, text, found.revision) : register.create(key, text),
  )
  if (made.kind === 'refused') {
    const there = parseGrantRecord(made.now?.value ?? '')
    return {
      kind: 'there',
      id,
      node: there?.node ?? '',
      isOurs: there !== undefined && (await isFrom(there)),
    }
  }
  tools.grants.learn({ key, value: text, revision: made.revision })
  return { kind: 'shared', id }

  /** It was written before, and nobody heard of it: it stands there still, or the fleet has spent it since. */
  async function isFrom({ fingerprint }: GrantRecord): Promise<boolean> {
    return fingerprint === ours || (await register.read(layout.ticket(ours))) !== undefined
  }
}

function generationAfter(before: GrantRecord | undefined): number {
  return (before?.generation ?? 0) + 1
}
