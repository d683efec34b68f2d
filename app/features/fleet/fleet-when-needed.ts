/**
 * The fleet, loaded by who is in one or asks for one: few are, and with its keys, signatures and registers it is a large
 * part of the program.
 */
import { messageOf } from '../../base/errors.ts'
import type { Unwatch } from '../../base/ports.ts'
import type { FleetDeps } from './deps.ts'
import type { Fleet } from './fleet.ts'
import { MembershipFile } from './membership.ts'

/** Builds, but touches nothing until start(). */
export function createFleetWhenNeeded(deps: FleetDeps): Fleet {
  const { ports, renewers } = deps
  const file = new MembershipFile(ports)
  let fleet: Fleet | undefined
  let loading: Promise<Fleet> | undefined
  let started: { readonly hold: boolean } | undefined
  let unwatch: Unwatch = () => undefined

  const load = (): Promise<Fleet> => {
    loading ??= loaded().catch((error: unknown) => {
      loading = undefined // whoever asks next tries again
      throw error
    })
    return loading
  }

  async function loaded(): Promise<Fleet> {
    const { createFleet } = await import('./create-fleet.ts')
    unwatch()
    const made = createFleet(deps)
    if (started) await made.start(started.hold)
    fleet = made
    return made
  }

  const hear = (): void => {
    const look = async (): Promise<void> => {
      if (await file.isThere()) await load()
    }
    look().catch((error: unknown) =>
      ports.log.warn('the fleet could not be looked for', { error: messageOf(error) }),
    )
  }

  renewers.set('fleet', (profile, wish) => async (onStored, onAsked) => {
    await load() // which puts its own in this one's place
    const renewer = renewers.get('fleet')
    if (!renewer) throw new Error('the fleet brings a way to renew')
    return renewer(profile, wish)(onStored, onAsked)
  })

  return {
    async start(hold) {
      started = { hold }
      if (hold) unwatch = ports.files.watch(file.folder, hear)
      if (await file.isThere()) await load()
    },
    wake: () => fleet?.wake(),
    get problems() {
      return fleet?.problems ?? []
    },
    view: async () => (fleet || (await file.isThere()) ? (await load()).view() : undefined),
    metrics: () => fleet?.metrics(),
    found: async (...founding) => (await load()).found(...founding),
    invite: async (...role) => (await load()).invite(...role),
    admit: async (...wait) => (await load()).admit(...wait),
    join: async (...invitation) => (await load()).join(...invitation),
    share: async (...login) => (await load()).share(...login),
    takeOut: async (...login) => (await load()).takeOut(...login),
    nodes: async () => (await load()).nodes(),
    removeNode: async (...node) => (await load()).removeNode(...node),
    confirmRestored: async () => (await load()).confirmRestored(),
    check: async () => (await load()).check(),
    leave: async (...how) => (await load()).leave(...how),
    async close() {
      unwatch()
      await (await loading?.catch(() => undefined))?.close()
    },
  }
}
