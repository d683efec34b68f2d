/** The fleet of this machine: what people may ask of it. */
import type { Failure } from '../../contract/failure.ts'
import type { FleetMetricsView, FleetNodeView, FleetRemovalView, FleetView } from '../../contract/fleet.ts'
import type { FleetRole } from '../../model/fleet-roster.ts'
import type { Secret } from '../../model/secret.ts'
import type { Finding } from '../diagnostics/finding.ts'
import type { Founding } from './found.ts'

export interface Fleet {
  /** @param hold stays connected: new tokens come at once, and whoever was invited is admitted */
  start(hold: boolean): Promise<void>
  /** The machine woke or the network came back. */
  wake(): void
  /** What cannot be read of it, or keeps it from working. */
  readonly problems: readonly Failure[]
  /** Undefined: this machine is of no fleet. @throws AppError STORE_CORRUPT */
  view(): Promise<FleetView | undefined>
  /** As far as it is known without asking anybody; undefined in no fleet, or before the first contact. */
  metrics(): FleetMetricsView | undefined
  /** @param founding without a name of this machine: as it calls itself @throws AppError ARGUMENT_INVALID, FLEET_* */
  found(founding: Omit<Founding, 'machineName'> & Partial<Founding>): Promise<FleetView>
  /** @throws AppError FLEET_REFUSED when this machine is no administrator */
  invite(role: FleetRole): Promise<{ readonly id: string; readonly text: Secret; readonly untilMs: number }>
  /** Admits whoever answers it; resolves then, or undefined when `signal` aborts. @throws AppError FLEET_* */
  admit(invitation: string, signal: AbortSignal): Promise<string | undefined>
  /** @param machineName absent: as the machine calls itself @throws AppError ARGUMENT_INVALID, FLEET_*; HOST_GONE when `signal` aborts */
  join(
    invitation: string,
    machineName: string | undefined,
    options: { readonly onAsked: (fleet: string) => void; readonly signal: AbortSignal },
  ): Promise<FleetView>
  /** @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE, FLEET_*: then nothing has changed */
  share(profileId: string): Promise<void>
  /** It becomes this machine's own. @throws as share(), STORE_LOCKED */
  takeOut(profileId: string): Promise<void>
  /** Who belongs to it. @throws AppError FLEET_* */
  nodes(): Promise<readonly FleetNodeView[]>
  /** The same as they were when the register was heard of last; empty before a host has asked. */
  readonly lastNodes: readonly FleetNodeView[]
  /** @throws AppError NODE_UNKNOWN, ARGUMENT_INVALID, FLEET_* */
  removeNode(node: string): Promise<FleetRemovalView>
  /**
   * The register was put back from a backup, and no machine that is away knows more: what this one knows stands there again.
   * @throws AppError FLEET_*
   */
  confirmRestored(): Promise<FleetView>
  /** Changes nothing. @throws AppError ARGUMENT_INVALID in no fleet, FLEET_* */
  check(): Promise<readonly Finding[]>
  /** What it holds here is forgotten; the others go on. @throws AppError ARGUMENT_INVALID when nobody else could administer it */
  leave(force: boolean): Promise<void>
  close(): Promise<void>
}
