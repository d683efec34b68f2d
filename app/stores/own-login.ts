/** How a login is renewed with the program that it belongs to: a command for a person's terminal. */
import type { OwnLoginView } from '../contract/views.ts'
import type { StoreId } from '../model/holder.ts'
import type { Profile } from '../model/profile.ts'
import type { CredentialStore } from './store.ts'

/** Undefined where Lamplighter itself signs in, or nothing is known. */
export function ownLoginOf(
  stores: ReadonlyMap<StoreId, CredentialStore>,
  { grant: { current } }: Profile,
): OwnLoginView | undefined {
  const login = stores.get(current.holder.store)?.login
  const command = login?.command(current) ?? []
  if (!login || command.length === 0) return undefined
  const { warning } = login
  return {
    program: current.program ?? current.owner,
    command,
    ...(warning === undefined ? {} : { warning }),
    ...(login.ask ? { isAsked: true } : {}),
  }
}
