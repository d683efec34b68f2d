// STAND-IN, to be overwritten by the real adapter.
import type { Ports } from '../../ports.ts'
import type { Provider } from '../../providers/provider.ts'
import type { Store } from '../store.ts'

export function createOpenClawStore(ports: Ports, _find: (name: string) => Provider | undefined): Store {
  return {
    id: 'openclaw',
    holdLimitMs: 20_000,
    scan: async () => ({ entries: [], places: [], lookedAtMs: ports.clock.now() }),
    read: async () => undefined,
    lock: async () => ({ stillHeld: async () => true, release: async () => undefined }),
    replace: async () => 'gone',
    afterLogin: async () => [],
    watch: () => () => undefined,
  }
}
