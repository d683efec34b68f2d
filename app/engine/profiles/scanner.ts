/** Looks at every store, one look at a time; what is asked for meanwhile is one more look, afterwards. */
import { messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import type { StoreId } from '../../model/holder.ts'
import type { Provider } from '../../model/provider.ts'
import type { CredentialStore } from '../../stores/store.ts'
import type { Journal } from '../journal/journal.ts'
import type { PlaceMemory } from './place-memory.ts'
import type { ProfileRegistry } from './profile-registry.ts'
import { scanStores } from './scan-stores.ts'

export interface StoreScannerDeps {
  readonly tools: {
    readonly ports: Pick<Ports, 'clock' | 'log' | 'random'>
    readonly stores: ReadonlyMap<StoreId, CredentialStore>
    readonly journal: Journal
    readonly unsaved: ReadonlyMap<string, Credential>
    readonly leaves: (store: StoreId) => boolean
  }
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
  readonly memory: Pick<PlaceMemory, 'recall'>
}

export class StoreScanner {
  readonly #deps: StoreScannerDeps
  readonly #onLook: () => void
  #looking: Promise<void> | undefined
  #again = false
  #hasFailed = false

  /** @param onLook the registry has the new snapshot */
  constructor(deps: StoreScannerDeps, onLook: () => void) {
    this.#deps = deps
    this.#onLook = onLook
  }

  /** The snapshot is older than it should be: a folder could not be read. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  async look(): Promise<void> {
    if (this.#looking) {
      this.#again = true
      return this.#looking
    }
    this.#looking = this.#untilDone().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** A look after something was done, which stays done: its failure goes to the log. Never rejects. */
  async lookOrWarn(): Promise<void> {
    try {
      await this.look()
    } catch (error) {
      this.#deps.tools.ports.log.warn('a look at the stores failed', { error: messageOf(error) })
    }
  }

  /** As lookOrWarn(), and nobody waits for it. */
  lookLater(): void {
    void this.lookOrWarn()
  }

  async settled(): Promise<void> {
    await this.#looking
  }

  async #untilDone(): Promise<void> {
    const { tools, profiles, findProvider, memory } = this.#deps
    const { ports, journal, unsaved, leaves } = tools
    do {
      this.#hasFailed = true // until it is through
      do {
        this.#again = false
        const seen = await scanStores({
          ports,
          stores: [...tools.stores.values()],
          journal,
          findProvider,
          unsaved,
          leaves,
          before: profiles.snapshot,
        })
        profiles.put(await memory.recall(seen))
      } while (this.#again)
      this.#hasFailed = false
      this.#onLook()
    } while (this.#again) // asked for by what that began
  }
}
