/**
 * A machine for tests. Its files outlive the processes that are started on it, one after the other or at once. They
 * lie in memory (memory-machine.ts; several joined, fleet.ts) or on the disk (home-machine.ts).
 */
import type { Ports } from '../../app/base/ports.ts'
import type { Core } from '../../app/core.ts'
import type { Credential } from '../../app/model/credential.ts'
import { createVault } from '../../app/stores/vault/store.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** How the ports of one process differ from the machine's. */
export type Change<P extends Ports> = (ports: P) => Ports

export interface Started<P extends Ports> {
  readonly core: Core
  /** The machine's, without the change. */
  readonly ports: P
}

export abstract class TestMachine<P extends Ports, S extends Started<P> = Started<P>> {
  /** Of somebody who starts nothing. */
  abstract newPorts(): P

  /** A new process, whose core is not started yet. */
  abstract newProcess(change?: Change<P>): S

  /** Lets time pass until it is done. */
  abstract run<T>(work: Promise<T>): Promise<T>

  async start(schedule = false, change?: Change<P>): Promise<S> {
    const started = this.newProcess(change)
    await this.run(started.core.start({ schedule }))
    return started
  }

  /** A login in our vault, put there by a process that is gone. */
  async addLogin(id: string, credential: Credential): Promise<void> {
    const [provider = ''] = id.split(':')
    await this.run(createVault(this.newPorts()).add({ id, provider, credential }))
  }
}
