/** Who may do what in a fleet's register: roles by what a machine is for, and a user for each machine. */
import type { RegisterRight, RegisterRole, RegisterUsers } from '../../base/register.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import type { FleetRole } from '../../model/fleet-roster.ts'

export function userOf(fleet: string, node: string): string {
  return `lamplighter.${fleet}.${node}`
}

/** Who has an invitation, and nothing else yet. */
export function guestOf(fleet: string, invitation: string): string {
  return `lamplighter.${fleet}.guest.${invitation}`
}

export function roleOf(fleet: string, role: FleetRole | 'administrator'): string {
  return `lamplighter.${fleet}.${role}`
}

/** Of all machines. @throws RegisterFailure */
export async function putRoles(users: RegisterUsers, fleet: string): Promise<void> {
  for (const role of rolesOf(fleet)) await users.putRole(role)
}

/** What whoever was invited may read to believe it, and the one key it may write. @throws RegisterFailure */
export async function putGuest(
  users: RegisterUsers,
  fleet: string,
  invitation: string,
  password: { expose(): string },
): Promise<void> {
  const layout = new FleetLayout(fleet)
  const name = guestOf(fleet, invitation)
  const rights = [
    one(layout.fleet),
    all(layout.nodes),
    all(`${layout.prefix}keys/`),
    one(layout.answer(invitation)),
    { ...one(layout.join(invitation)), mayWrite: true },
  ]
  await users.putRole({ name, rights })
  await users.putUser(name, password, name)
}

/** @throws RegisterFailure */
export async function removeGuest(users: RegisterUsers, fleet: string, invitation: string): Promise<void> {
  const name = guestOf(fleet, invitation)
  await users.removeUser(name)
  await users.removeRole(name)
}

function rolesOf(fleet: string): readonly RegisterRole[] {
  const { prefix } = new FleetLayout(fleet)
  const write = (part: string): RegisterRight => ({ ...all(prefix + part), mayWrite: true })
  const reader = [all(prefix), write('seen/')]
  const keeper = [...reader, write('grants/'), write('tickets/'), write('present/')]
  return [
    { name: roleOf(fleet, 'reader'), rights: reader },
    { name: roleOf(fleet, 'keeper'), rights: keeper },
    { name: roleOf(fleet, 'administrator'), rights: [{ ...all(prefix), mayWrite: true }] },
  ]
}

function one(key: string): RegisterRight {
  return { key, isPrefix: false, mayWrite: false }
}

function all(key: string): RegisterRight {
  return { key, isPrefix: true, mayWrite: false }
}
