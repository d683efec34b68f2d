/** Doors for guests: a container, a VM or a WSL gets the access tokens of chosen logins, for a while, and nothing else. */

import { AppError } from '../../base/errors.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import { NAME } from '../../config/words.ts'
import type { DoorRequest, DoorView, OpenedDoorView } from '../../contract/doors.ts'
import type { Failure } from '../../contract/failure.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { labelOf } from '../../model/profile-view.ts'
import { guestOf } from '../consent/consent-ask.ts'
import { type Door, readDoors, writeDoors } from './door-file.ts'
import { doorLines } from './door-lines.ts'

export interface DoorsDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'process' | 'random'>
  readonly profiles: ProfileRegistry
}

const LOCK = 'doors'
const WAIT_MS = 10_000
const KEY_BYTES = 32
const LONGEST_SOCKET = 103 // bytes: what macOS has room for; Linux four more

export class Doors {
  readonly #ports: DoorsDeps['ports']
  readonly #profiles: ProfileRegistry
  /** By the name of a door that could not be opened here. */
  readonly #troubles = new Map<string, Failure>()

  constructor({ ports, profiles }: DoorsDeps) {
    this.#ports = ports
    this.#profiles = profiles
  }

  /** Those that still stand open. @throws AppError STORE_UNREADABLE, CONFIG_INVALID */
  async list(): Promise<readonly DoorView[]> {
    return (await this.#open()).map((door) => this.#view(door))
  }

  /** @throws AppError ARGUMENT_INVALID, PROFILE_UNKNOWN, STORE_LOCKED, STORE_UNWRITABLE */
  async add({ name, logins, forMs, port }: DoorRequest): Promise<OpenedDoorView> {
    if (!NAME.test(name)) {
      throw new AppError('ARGUMENT_INVALID', `"${name}" cannot be the name of a door.`, {
        hint: 'Use letters, digits, ".", "-", "_".',
      })
    }
    const { clock, random } = this.#ports
    const key = port === undefined ? undefined : random.token(KEY_BYTES)
    const door: Door = {
      name,
      logins: [...new Set(logins.map((login) => this.#profiles.find(login).id))],
      ...(forMs === undefined ? {} : { untilMs: clock.now() + forMs }),
      at:
        port === undefined || key === undefined
          ? { socket: this.#socketFor(name) }
          : { port, keySha256: random.sha256Hex(key) },
    }
    await this.#change((doors) => {
      if (doors.some((one) => one.name === name)) {
        throw new AppError('ARGUMENT_INVALID', `There is a door "${name}" already.`, {
          hint: `lamplighter door remove ${name}`,
        })
      }
      return [...doors, door]
    })
    return { door: this.#view(door, key), ...(key === undefined ? {} : { key }) }
  }

  /** @throws AppError ARGUMENT_INVALID where there is none, STORE_LOCKED, STORE_UNWRITABLE */
  async remove(name: string): Promise<void> {
    await this.#change((doors) => {
      const rest = doors.filter((one) => one.name !== name)
      if (rest.length === doors.length) {
        throw new AppError('ARGUMENT_INVALID', `There is no door "${name}".`, {
          hint: 'See: lamplighter door list',
        })
      }
      return rest
    })
  }

  /** Whoever is asked at the doors tells what keeps one shut; undefined once nothing does. */
  note(name: string, trouble: Failure | undefined): void {
    if (trouble) this.#troubles.set(name, trouble)
    else this.#troubles.delete(name)
  }

  async #open(): Promise<readonly Door[]> {
    const nowMs = this.#ports.clock.now()
    return (await readDoors(this.#ports)).filter((door) => isOpen(door, nowMs))
  }

  #view(door: Door, key?: string): DoorView {
    const { name, logins, untilMs, at } = door
    const trouble = this.#troubles.get(name)
    const { profiles } = this.#profiles.snapshot
    return {
      name,
      asksAs: guestOf(door.name).name,
      logins: logins.map((id) => {
        const profile = profiles.get(id)
        return { id, ...(profile ? { account: labelOf(profile) } : {}) }
      }),
      ...(untilMs === undefined ? {} : { untilMs }),
      at: 'socket' in at ? { socket: at.socket } : { port: at.port },
      lines: doorLines(door, key),
      ...(trouble ? { trouble } : {}),
    }
  }

  /** @throws AppError ARGUMENT_INVALID where there can be none */
  #socketFor(name: string): string {
    const { paths, process } = this.#ports
    const socket = join(paths.state, 'doors', name, 'door.sock')
    const isTooLong = new TextEncoder().encode(socket).length > LONGEST_SOCKET
    if (process.platform !== 'win32' && !isTooLong) return socket
    const why = isTooLong ? `${socket} is too long for a socket` : 'Windows has no sockets in folders'
    throw new AppError('ARGUMENT_INVALID', `The door cannot be a socket: ${why}.`, {
      hint: `Give it a port in its place: lamplighter door add ${name} --port 9465 …`,
    })
  }

  #change(change: (open: readonly Door[]) => readonly Door[]): Promise<void> {
    return withLock(this.#ports, LOCK, WAIT_MS, async () =>
      writeDoors(this.#ports, change(await this.#open())),
    )
  }
}

export function isOpen({ untilMs }: Door, nowMs: number): boolean {
  return untilMs === undefined || nowMs < untilMs
}
