/** The registers of fleets that can be reached from here: all of them are etcd's. */
import type { Clock, Registers } from '../../base/ports.ts'
import { createEtcd } from './etcd.ts'
import { createEtcdUsers } from './etcd-users.ts'

export function createRegisters(clock: Clock): Registers {
  return {
    open: (address) => createEtcd(address, clock),
    administer: createEtcdUsers,
  }
}
