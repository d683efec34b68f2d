/**
 * Which logins each file held when it was read last (places.json in the state folder). A damaged file names nobody, and
 * whoever starts after it broke has seen none of them.
 */
import { z } from 'zod'
import { messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { PlaceView } from '../../contract/views.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Provider } from '../../model/provider.ts'
import type { Snapshot } from '../../model/snapshot.ts'

const schema = z.object({
  version: z.literal(1),
  held: z.record(z.string(), z.array(z.object({ account: z.string(), providerName: z.string() }))),
})

type Login = NonNullable<PlaceView['held']>[number]
type Held = Readonly<Record<string, readonly Login[]>>

export interface PlaceMemoryDeps {
  readonly ports: Pick<Ports, 'files' | 'log' | 'paths'>
  readonly findProvider: (name: string) => Provider | undefined
}

export class PlaceMemory {
  readonly #deps: PlaceMemoryDeps
  #known: Held | undefined
  #isKeeping = false

  constructor(deps: PlaceMemoryDeps) {
    this.#deps = deps
  }

  /** From now on what was seen is written down: by the one process that stays. */
  keep(): void {
    this.#isKeeping = true
  }

  /** A place that cannot be read gets the logins it held. Never rejects: the look itself has succeeded. */
  async recall(snapshot: Snapshot): Promise<Snapshot> {
    const isSilent = snapshot.places.some(({ problem }) => problem)
    if (!isSilent && !this.#isKeeping) return snapshot
    this.#known ??= await this.#read()
    const known = this.#known
    if (this.#isKeeping) await this.#note(this.#heldBy(snapshot, known))
    return isSilent
      ? { ...snapshot, places: snapshot.places.map((place) => withHeld(place, known)) }
      : snapshot
  }

  /** By file. What cannot be read now keeps what is known of it; what is gone is forgotten. */
  #heldBy({ places, profiles }: Snapshot, known: Held): Held {
    const unread = places.filter(({ problem }) => problem)
    const held = new Map(
      Object.entries(known).filter(([path]) => unread.some((one) => isWithin(path, one.path))),
    )
    const read = new Map<string, Login[]>()
    for (const profile of profiles.values()) {
      const login = {
        account: labelOf(profile),
        providerName: this.#deps.findProvider(profile.provider)?.name ?? profile.provider,
      }
      const files = new Set(profile.grant.entries.map(({ holder }) => holder.path))
      for (const path of files) {
        if (unread.some((one) => isWithin(path, one.path))) continue
        const there = read.get(path)
        if (there) there.push(login)
        else read.set(path, [login])
      }
    }
    return Object.fromEntries([...held, ...read])
  }

  async #note(held: Held): Promise<void> {
    if (JSON.stringify(held) === JSON.stringify(this.#known)) return
    const { files, log } = this.#deps.ports
    try {
      await files.writeAtomic(this.#path, `${JSON.stringify({ version: 1, held })}\n`, { mayBeLost: true })
      this.#known = held
    } catch (error) {
      log.warn('which logins are where could not be noted', { error: messageOf(error) })
    }
  }

  /** It only helps to name things: what is not understood is written anew. */
  async #read(): Promise<Held> {
    const { files, log } = this.#deps.ports
    try {
      const text = await files.read(this.#path)
      return text === undefined ? {} : (schema.safeParse(parseJson(text)).data?.held ?? {})
    } catch (error) {
      log.warn('which logins were where could not be read', { error: messageOf(error) })
      return {}
    }
  }

  get #path(): string {
    return join(this.#deps.ports.paths.state, 'places.json')
  }
}

function withHeld(place: PlaceView, known: Held): PlaceView {
  if (!place.problem) return place
  const held = Object.entries(known).flatMap(([path, logins]) => (isWithin(path, place.path) ? logins : []))
  // The same login may have been in several files of a folder.
  const each = [...new Map(held.map((login) => [JSON.stringify(login), login])).values()]
  return each.length > 0 ? { ...place, held: each } : place
}

/** It is that place, or lies in it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}\\`)
}
