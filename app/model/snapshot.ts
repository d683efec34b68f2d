/** What all stores together said at one look. */

import type { Failure } from '../contract/failure.ts'
import type { PlaceView } from '../contract/views.ts'
import type { JournalEntry } from './journal-entry.ts'
import type { Profile } from './profile.ts'
import type { Succession } from './succession.ts'

export interface Snapshot {
  readonly atMs: number
  readonly profiles: ReadonlyMap<string, Profile>
  readonly places: readonly PlaceView[]
  readonly problems: readonly Failure[]
  /** The journal's word on each current refresh token. */
  readonly tickets: ReadonlyMap<string, JournalEntry>
  /** By profile: refreshes that were answered, and that it is up to us to store. Fingerprints of what was spent. */
  readonly unfinished: ReadonlyMap<string, readonly string[]>
  /** For the next look. */
  readonly descent: Succession
}

export const NOTHING: Snapshot = {
  atMs: 0,
  profiles: new Map(),
  places: [],
  problems: [],
  tickets: new Map(),
  unfinished: new Map(),
  descent: new Map(),
}
