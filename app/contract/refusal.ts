/** What a program hears that reported a refused access token. */
import type { HistoryEventView } from './views.ts'

export interface RefusalAnswer {
  /** `waiting`: it was reported before, or the provider asked us to wait; the next try comes by itself. */
  readonly kind: 'refreshed' | 'newer-stored' | 'waiting'
  readonly message: string
  /** What came of the refresh, where there was one. */
  readonly event?: HistoryEventView
}
