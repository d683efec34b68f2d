/** The registers of fleets that can be reached from here, told by how their addresses begin. */
import type { Clock } from '../../base/ports.ts'
import type { RegisterAddress, Registers } from '../../base/register.ts'
import { createEtcd } from './etcd.ts'
import { createEtcdUsers } from './etcd-users.ts'
import { createPostgres } from './postgres.ts'
import { isPostgres } from './postgres-connection.ts'
import { createPostgresUsers } from './postgres-users.ts'

export function createRegisters(clock: Clock): Registers {
  return {
    open: (address) => (isInPostgres(address) ? createPostgres(address, clock) : createEtcd(address, clock)),
    administer: (address) =>
      isInPostgres(address) ? createPostgresUsers(address) : createEtcdUsers(address),
  }
}

function isInPostgres({ members }: RegisterAddress): boolean {
  return members.some(isPostgres)
}
