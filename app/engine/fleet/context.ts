/** What the steps of a fleet's refresh are handed. */
import type { Boot, Ports } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import type { FleetLayout } from '../../model/fleet-record.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { Journal } from '../journal/journal.ts'
import type { FleetGrants } from './fleet-grants.ts'
import type { FleetKeys, SharedLogin } from './grant-seal.ts'
import type { SeenTickets } from './seen-tickets.ts'

export interface FleetContext {
  readonly ports: Pick<Ports, 'clock' | 'http' | 'keyring' | 'lock' | 'log' | 'random'>
  readonly boot: Boot
  /** This node's id, and what a person calls the fleet. */
  readonly node: string
  readonly name: string
  readonly register: Register
  readonly layout: FleetLayout
  readonly keys: FleetKeys
  readonly grants: FleetGrants
  /** Of this fleet alone, on this machine: its entries are named by the fleet's fingerprints. */
  readonly journal: Journal
  readonly seen: SeenTickets
  /** Where its tokens go. */
  readonly resolve: (login: SharedLogin) => Promise<ResolvedProvider>
}
