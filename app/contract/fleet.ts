/** The fleet that this machine belongs to, as people and programs see it. */
import type { Failure } from './failure.ts'

export interface FleetView {
  readonly id: string
  readonly name: string
  /** What this machine is called there. */
  readonly machine: string
  /** A reader uses access tokens; a keeper renews, too. */
  readonly role: 'keeper' | 'reader'
  /** It invites, admits and removes machines. */
  readonly administrator: boolean
  /** Where its register is asked. */
  readonly register: readonly string[]
  /** When the register was last heard of; now, while it is connected. */
  readonly contactMs?: number
  /** Why nothing is renewed at the moment. */
  readonly problem?: Failure
  readonly shared: readonly SharedLoginView[]
}

export interface SharedLoginView {
  /** In the fleet. */
  readonly id: string
  /** Here; absent when it is not in the list yet. */
  readonly profileId?: string
  readonly state: 'ok' | 'rejected' | 'left'
  /** How often it was renewed, and a new sign-in counts. */
  readonly generation: number
  readonly expiresAtMs?: number
}

export interface FleetNodeView {
  readonly id: string
  readonly name: string
  readonly role: 'keeper' | 'reader'
  readonly isThis: boolean
  readonly seenMs?: number
}

/** What a monitoring system reads of it: counts since the start of this process, and machines by their ids. */
export interface FleetMetricsView {
  readonly contactMs?: number
  readonly logins: number
  /** As of the last look, minutes ago at most. */
  readonly nodes: readonly { readonly id: string; readonly seenMs?: number }[]
  readonly renewedHere: number
  readonly renewedElsewhere: number
  readonly ticketsLost: number
}

/** What the window shows of it. */
export interface FleetPageView {
  readonly fleet: FleetView
  /** While its register cannot be asked as they were last; absent before it was. */
  readonly nodes?: readonly FleetNodeView[]
}

/** A fleet is to begin. */
export interface FleetFounding {
  /** What people call it. */
  readonly name: string
  /** What this machine is called there; absent: as it calls itself. */
  readonly machine?: string
  readonly register: OwnRegister | GivenRegister
}

/** An etcd of the fleet's own on this machine. */
export interface OwnRegister {
  readonly kind: 'here'
  /** What other machines call this one; absent: its own name. */
  readonly host?: string
  readonly port?: number
}

/** An etcd or a PostgreSQL that is there. */
export interface GivenRegister {
  readonly kind: 'there'
  readonly members: readonly string[]
  /** Who may make users there. */
  readonly user: string
  readonly password: string
  /** The authority that signed its certificates, as PEM; absent: whom this system trusts. */
  readonly ca?: string
}

/** The register is to be started by hand, and is waited for. */
export interface StartByHand {
  /** Why nothing here could start it; absent where nothing tries. */
  readonly why?: string
  readonly command: string
}

/** What the window hears of the fleet: it is another by now, or a person is waited for. */
export type FleetNews = { readonly kind: 'changed' } | ({ readonly kind: 'by-hand' } & StartByHand)

/** To be carried to the other machine by a way that nobody else reads. */
export interface FleetInvitationView {
  readonly text: string
  readonly role: 'keeper' | 'reader'
  readonly untilMs: number
}

export interface FleetRemovalView {
  readonly name: string
  readonly role: 'keeper' | 'reader'
  /** Renewed since, so that what the machine still holds is worth nothing. */
  readonly renewed: number
  /** Of these the provider does not rotate: what the machine holds goes on working. */
  readonly kept: number
  /** Not renewed yet: it goes on by itself. */
  readonly left: number
}
