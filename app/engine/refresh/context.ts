/** What the steps of a refresh are handed. */

import type { Ports } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import type { HeldEntry, Holder } from '../../model/holder.ts'
import type { Provider, ResolvedProvider } from '../../model/provider.ts'
import type { CredentialStore } from '../../stores/store.ts'
import type { Issuers } from '../journal/issuers.ts'
import type { Journal } from '../journal/journal.ts'

export interface RefreshContext extends HolderContext {
  readonly ports: Ports
  readonly issuers: Issuers
  readonly resolve: (provider: Provider) => Promise<ResolvedProvider>
  /** Stores whose logins a person leaves to their owner. */
  readonly leaves: (store: Holder['store']) => boolean
  /** By the fingerprint that was spent: successors of ours that no store would take yet. */
  readonly unsaved: Map<string, Credential>
  /** Of those, what is nowhere but in this process's memory: whoever holds one does not end. */
  readonly adrift: Map<string, Adrift>
}

export interface Adrift {
  readonly next: Credential
  /** What held the token that was spent. */
  readonly entries: readonly HeldEntry[]
  /** Fingerprints of the access tokens beside it. */
  readonly seen: readonly string[]
}

export interface HolderContext {
  readonly ports: Pick<Ports, 'random'>
  readonly stores: ReadonlyMap<Holder['store'], CredentialStore>
  readonly journal: Journal
}
