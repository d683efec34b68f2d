/** Opens and closes the doors for guests as `doors.json` says, while this host is the one that is asked. */

import { AppError, messageOf, toFailure } from '../base/errors.ts'
import type { LocalServer } from '../base/local-http.ts'
import type { Ports, Unwatch } from '../base/ports.ts'
import { sleepUntil } from '../base/sleep-until.ts'
import type { Failure } from '../contract/failure.ts'
import type { Core } from '../core.ts'
import { type Door, readDoors } from '../features/doors/door-file.ts'
import { isOpen } from '../features/doors/doors.ts'
import { answerGuest } from './door-answer.ts'

const TRY_AGAIN_MS = 30_000

type KeeperPorts = Pick<Ports, 'clock' | 'files' | 'localHttp' | 'log' | 'paths' | 'random'>

export class DoorKeeper {
  readonly #core: Core
  readonly #ports: KeeperPorts
  readonly #open = new Map<string, LocalServer>()
  /** Those that could not be opened: told once. */
  readonly #shut = new Set<string>()
  readonly #ending = new AbortController()
  #unwatch: Unwatch | undefined
  #next = new AbortController()
  #last: Promise<void> = Promise.resolve()

  constructor(core: Core, ports: KeeperPorts) {
    this.#core = core
    this.#ports = ports
  }

  async start(): Promise<void> {
    this.#unwatch = this.#ports.files.watch(this.#ports.paths.state, () => void this.#look())
    await this.#look()
  }

  async close(): Promise<void> {
    this.#ending.abort()
    this.#next.abort()
    this.#unwatch?.()
    await this.#look()
  }

  #look(): Promise<void> {
    this.#last = this.#last.then(() => this.#lookNow())
    return this.#last
  }

  async #lookNow(): Promise<void> {
    const nowMs = this.#ports.clock.now()
    const wanted = (await this.#wanted()).filter((door) => isOpen(door, nowMs))
    const names = new Set(wanted.map(keyOf))
    for (const [key, server] of [...this.#open]) {
      if (names.has(key)) continue
      this.#open.delete(key)
      await server.close()
    }
    for (const door of wanted) if (!this.#open.has(keyOf(door))) await this.#openDoor(door)
    this.#lookInTime(wanted)
  }

  async #wanted(): Promise<readonly Door[]> {
    if (this.#ending.signal.aborted) return []
    try {
      return await readDoors(this.#ports)
    } catch (error) {
      this.#ports.log.warn('no door for guests is open', { why: messageOf(error) })
      return []
    }
  }

  async #openDoor(door: Door): Promise<void> {
    const at = 'socket' in door.at ? { socket: door.at.socket } : { port: door.at.port }
    try {
      const server = await this.#ports.localHttp.serve(at, (request) =>
        answerGuest(this.#core, this.#ports, door, request),
      )
      this.#open.set(keyOf(door), server)
      this.#shut.delete(door.name)
      this.#core.doors.note(door.name, undefined)
    } catch (error) {
      if (!this.#shut.has(door.name))
        this.#ports.log.warn('a door for guests cannot be opened', { door: door.name, why: messageOf(error) })
      this.#shut.add(door.name)
      this.#core.doors.note(door.name, troubleOf(door, error))
    }
  }

  /** To close the next one in time, and to try again what another program may have let go of. */
  #lookInTime(doors: readonly Door[]): void {
    this.#next.abort()
    this.#next = new AbortController()
    const ends = doors.flatMap(({ untilMs }) => (untilMs === undefined ? [] : [untilMs]))
    if (doors.some((door) => !this.#open.has(keyOf(door)))) ends.push(this.#ports.clock.now() + TRY_AGAIN_MS)
    if (ends.length === 0 || this.#ending.signal.aborted) return
    void sleepUntil(this.#ports.clock, Math.min(...ends), this.#next.signal).then((isTime) =>
      isTime ? this.#look() : undefined,
    )
  }
}

function troubleOf({ at }: Door, cause: unknown): Failure {
  const where = 'socket' in at ? at.socket : `port ${at.port}`
  return toFailure(
    new AppError('HOST_ABSENT', `Nobody gets in: ${where} cannot be opened.`, {
      cause,
      hint: 'Another program may have it. It is tried again every half minute; or let it in anew, by another port.',
    }),
  )
}

/** A door that was removed and made anew is another one. */
function keyOf(door: Door): string {
  return JSON.stringify(door)
}
