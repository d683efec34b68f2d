/** Doors without a machine. */
import type { Requests } from '../../app/contract/channels.ts'
import type { DoorView } from '../../app/contract/doors.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { Refusal } from './fake-imports.ts'

export interface FakeDoorWorld {
  readonly doors?: readonly DoorView[]
  now(): number
}

export function createFakeDoors(world: FakeDoorWorld, overview: () => OverviewView) {
  let doors = world.doors ?? []
  return {
    'doors:get': () => doors,
    'door:add': ({ name, logins, forMs, port }) => {
      if (doors.some((door) => door.name === name)) {
        throw new Refusal({ code: 'ARGUMENT_INVALID', message: `There is a door "${name}" already.` })
      }
      const key = port === undefined ? undefined : 'example-key-of-a-door'
      const door: DoorView = {
        name,
        asksAs: `door ${name}`,
        logins: logins.map((id) => ({
          id,
          account: overview().profiles.find((one) => one.id === id)?.account ?? id,
        })),
        ...(forMs === undefined ? {} : { untilMs: world.now() + forMs }),
        at:
          port === undefined
            ? { socket: `/home/ada/.local/state/lamplighter/doors/${name}/door.sock` }
            : { port },
        lines: [{ what: 'A token comes with', text: `curl … ${key ?? ''}` }],
      }
      doors = [...doors, door]
      return { door, ...(key === undefined ? {} : { key }) }
    },
    'door:remove': (name) => {
      doors = doors.filter((door) => door.name !== name)
      return doors
    },
  } satisfies Partial<Requests>
}
