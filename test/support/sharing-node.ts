/** A node that puts the first logins into a fleet's register, before the machines of a test begin. */
import type { Register } from '../../app/base/register.ts'
import { FleetNode } from '../../app/engine/fleet/fleet-node.ts'
import { FakeBoot } from '../fakes/boot.ts'
import { FakeClock } from '../fakes/clock.ts'
import { createFakePorts } from '../fakes/ports.ts'
import { fleetKeys, fleetProvider } from './fleet-keys.ts'
import { credential } from './logins.ts'

export interface FirstLogin {
  readonly access: string
  readonly refresh: string
  readonly email: string
}

/** Each has lapsed. @returns their ids, in the same order */
export async function shareFirst(
  register: Register,
  logins: readonly FirstLogin[],
): Promise<readonly string[]> {
  const clock = new FakeClock()
  const node = new FleetNode({
    ports: createFakePorts({ clock }),
    boot: new FakeBoot(clock),
    node: 'zero',
    name: 'test',
    register,
    keys: fleetKeys(),
    resolve: async () => fleetProvider(),
  })
  await node.start()
  const ids: string[] = []
  for (const { access, refresh, email } of logins) {
    const login = credential({ access, refresh, expiresAtMs: 0, account: { email } })
    ids.push((await node.share({ provider: 'acme', credential: login })).id)
  }
  await node.stop()
  return ids
}
