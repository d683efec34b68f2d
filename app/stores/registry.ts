/** Every store there is, our own included: a new adapter is one more line here. */
import type { Ports } from '../base/ports.ts'
import type { StoreId } from '../model/holder.ts'
import type { Provider } from '../model/provider.ts'
import { awsSso } from './aws-sso.ts'
import { codex } from './codex.ts'
import { gh } from './gh.ts'
import { mcpRemote } from './mcp-remote/store.ts'
import { createOpenClawStore } from './openclaw/store.ts'
import { opencode } from './opencode.ts'
import type { CredentialStore } from './store.ts'

/** @param find by a provider's name or alias, as stores spell it */
export function createStores(
  ports: Ports,
  find: (name: string) => Provider | undefined,
  vault: CredentialStore,
): ReadonlyMap<StoreId, CredentialStore> {
  const all = [
    createOpenClawStore(ports, find),
    vault,
    codex(ports),
    gh(ports),
    opencode(ports),
    mcpRemote(ports),
    awsSso(ports),
  ]
  return new Map(all.map((store) => [store.id, store]))
}
