/** Doors for containers and virtual machines, as a person sees them: which stand open, for which logins, and how a guest asks. */
import type { Failure } from './failure.ts'

export interface DoorView {
  readonly name: string
  /** What it is called where it asks: "door builder". */
  readonly asksAs: string
  /** `account` is absent where the login is gone. */
  readonly logins: readonly { readonly id: string; readonly account?: string }[]
  /** Absent: until it is closed. */
  readonly untilMs?: number
  readonly at: { readonly socket: string } | { readonly port: number }
  /** How a guest asks, as a terminal takes it. KEY stands for the key, but where it is shown. */
  readonly lines: readonly { readonly what: string; readonly text: string }[]
  /** Why nobody gets in, as far as the Lamplighter knows that is asked. */
  readonly trouble?: Failure
}

export interface DoorRequest {
  readonly name: string
  /** Any names of logins. */
  readonly logins: readonly string[]
  /** Absent: until it is closed. */
  readonly forMs?: number
  /** On 127.0.0.1, with a key; absent: a socket. */
  readonly port?: number
}

export interface OpenedDoorView {
  readonly door: DoorView
  /** Shown this once: only its digest is kept. */
  readonly key?: string
}
