/** The message bus of this person's session, where programs of a desktop talk. */
export interface SessionBus {
  /**
   * Answers whoever calls that name. Where another process has it, this one gets it when that goes.
   * @returns undefined where there is no bus. Throws what the system says where it cannot be reached
   */
  serve(
    name: string,
    answer: (call: BusCall) => Promise<BusReply | BusRefusal>,
  ): Promise<BusService | undefined>
}

export interface BusCall {
  readonly path: string
  /** Empty where the caller said none. */
  readonly interface: string
  readonly member: string
  readonly args: readonly unknown[]
  /** Who it is, as the bus and the system tell it. */
  caller(): Promise<BusCaller>
}

export interface BusCaller {
  /** Does it run for this very user? */
  readonly isSameUser: boolean
  readonly pid: number
  /** The whole path of what it runs; undefined where the system does not tell. */
  readonly executable?: string
}

/** Values by their types, as the bus writes those ("sa{sv}"); a value whose type is said with it is a BusVariant. */
export interface BusReply {
  readonly signature: string
  readonly values: readonly unknown[]
}

export interface BusVariant {
  readonly signature: string
  readonly value: unknown
}

export interface BusRefusal {
  readonly error: string
  readonly message: string
}

export interface BusService {
  /** Tells everybody. */
  signal(path: string, iface: string, member: string, told: BusReply): void
  close(): Promise<void>
}
