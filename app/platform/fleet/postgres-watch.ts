/** What changes under a prefix: read whenever the server tells that something was written, and every few seconds. */
import type { Clock } from '../../base/ports.ts'
import { type RegisterChange, RegisterFailure, type RegisterList } from '../../base/register.ts'
import type { PostgresConnection } from './postgres-connection.ts'

/** Of what is shown, nothing is older than this while the server is well. */
const CATCH_UP_MS = 3_000
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

export interface RemovedRecord {
  readonly key: string
  readonly revision: number
}

export interface PostgresWatchDeps {
  readonly clock: Clock
  readonly connection: Pick<PostgresConnection, 'onNews'>
  readonly changes: (after: number) => Promise<RegisterList & { readonly removed: readonly RemovedRecord[] }>
}

export class PostgresWatch {
  readonly #deps: PostgresWatchDeps
  readonly #listener: (change: RegisterChange) => void
  readonly #over = new AbortController()
  #readTo: number
  #level: 'unknown' | 'level' | 'behind' = 'unknown'

  constructor(deps: PostgresWatchDeps, since: number, listener: (change: RegisterChange) => void) {
    this.#deps = deps
    this.#readTo = since
    this.#listener = listener
  }

  start(): void {
    void this.#go()
  }

  stop(): void {
    this.#over.abort()
  }

  async #go(): Promise<void> {
    let failedMs = FIRST_WAIT_MS
    while (!this.#over.signal.aborted) {
      const news = new AbortController()
      const wake = (): void => news.abort()
      // From before the look on: what is written during it is looked for again.
      const unlisten = this.#deps.connection.onNews(wake)
      this.#over.signal.addEventListener('abort', wake, { once: true })
      try {
        await this.#look()
        failedMs = FIRST_WAIT_MS
        await this.#deps.clock.sleep(CATCH_UP_MS, news.signal)
      } catch (error) {
        if (!(error instanceof RegisterFailure)) throw error
        this.#behind(error)
        await this.#deps.clock.sleep(failedMs, this.#over.signal)
        failedMs = Math.min(2 * failedMs, LONGEST_WAIT_MS)
      } finally {
        unlisten()
        this.#over.signal.removeEventListener('abort', wake)
      }
    }
  }

  /** @throws RegisterFailure */
  async #look(): Promise<void> {
    const { records, removed, revision } = await this.#deps.changes(this.#readTo)
    const changes: { readonly revision: number; readonly change: RegisterChange }[] = [
      ...records.map((record) => ({
        revision: record.revision,
        change: { kind: 'changed', record } as const,
      })),
      ...removed.map(({ key, revision: at }) => ({
        revision: at,
        change: { kind: 'removed', key, revision: at } as const,
      })),
    ]
    this.#readTo = revision
    for (const { change } of changes.sort((a, b) => a.revision - b.revision)) this.#tell(change)
    if (this.#level === 'level') return
    this.#level = 'level'
    this.#tell({ kind: 'level' })
  }

  #behind(failure: RegisterFailure): void {
    if (this.#level === 'behind') return
    this.#level = 'behind'
    this.#tell({ kind: 'behind', failure })
  }

  #tell(change: RegisterChange): void {
    if (!this.#over.signal.aborted) this.#listener(change)
  }
}
