/** Looks at every store, one look at a time; what is asked for meanwhile is one more look, afterwards. */
import { messageOf } from '../../base/errors.ts'
import type { Provider } from '../../model/provider.ts'
import type { ShortcutKeeper } from '../../shortcuts/shortcut-keeper.ts'
import type { RefreshTools } from '../refresh/refresh-once.ts'
import type { ProfileRegistry } from './registry.ts'
import { scanStores } from './scan-stores.ts'

export interface StoreScannerDeps {
  readonly tools: RefreshTools
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
  readonly shortcuts: ShortcutKeeper
}

export class StoreScanner {
  readonly #parts: StoreScannerDeps
  readonly #onLook: () => void
  readonly #onYoung: () => void
  #looking: Promise<void> | undefined
  #again = false
  #hasFailed = false

  /**
   * @param onLook what was seen lies on the desk
   * @param onYoung something changed just before: another look after SETTLED_MS would be one to rely on for longer
   */
  constructor(parts: StoreScannerDeps, onLook: () => void, onYoung: () => void) {
    this.#parts = parts
    this.#onLook = onLook
    this.#onYoung = onYoung
  }

  /** What lies on the desk is older than it should be: a folder could not be read. */
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
      this.#parts.tools.ports.log.warn('a look at the stores failed', { error: messageOf(error) })
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
    const { tools, profiles, findProvider, shortcuts } = this.#parts
    const { ports, journal, unsaved } = tools
    do {
      this.#hasFailed = true // until it is through
      do {
        this.#again = false
        shortcuts.start()
        profiles.put(
          await scanStores({
            ports,
            stores: [...tools.stores.values()],
            journal,
            findProvider,
            unsaved,
            before: profiles.snapshot,
          }),
        )
      } while (this.#again)
      this.#hasFailed = false
      this.#onLook()
      if (!(await shortcuts.save())) this.#onYoung()
    } while (this.#again) // asked for while the shortcuts were written
  }
}
