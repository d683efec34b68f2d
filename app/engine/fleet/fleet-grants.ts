/** What is known of a fleet's grants, as the watch tells it: the newest of each, and never an older one again. */

import { messageOf } from '../../base/errors.ts'
import type { Clock, Log, Unwatch } from '../../base/ports.ts'
import {
  type Register,
  type RegisterChange,
  RegisterFailure,
  type RegisterRecord,
} from '../../base/register.ts'
import { type FleetLayout, type GrantRecord, parseGrantRecord } from '../../model/fleet-record.ts'
import type { SeenGrants } from './seen-grants.ts'
import { writeForSure } from './write-for-sure.ts'

/** A fingerprint: whoever runs the register may write others, and they become names of files here. */
const GRANT_ID = /^[0-9a-f]{12}$/

export interface KnownGrant {
  readonly id: string
  readonly record: GrantRecord
  readonly revision: number
}

export interface FleetGrantsDeps {
  readonly clock: Clock
  readonly log: Log
  readonly register: Register
  readonly layout: FleetLayout
  readonly seen: SeenGrants
}

export class FleetGrants {
  readonly #deps: FleetGrantsDeps
  readonly #known = new Map<string, KnownGrant>()
  readonly #listeners = new Set<(grant: KnownGrant | undefined) => void>()
  #unwatch: Unwatch = () => undefined
  #behind: RegisterFailure | undefined
  readonly #wentBack = new Set<string>()
  #contactMs: number | undefined
  /** Since the start, by the node that did it. */
  readonly renewals = new Map<string, number>()

  constructor(deps: FleetGrantsDeps) {
    this.#deps = deps
  }

  /** Works without the register, too: then what it holds comes when it is reached. */
  async start(): Promise<void> {
    const { register, layout, seen } = this.#deps
    await seen.load()
    let since = 0
    try {
      const { records, revision } = await register.list(layout.grants)
      for (const record of records) this.learn(record)
      const there = new Set(records.map(({ key }) => key))
      for (const id of seen.ids) if (!there.has(layout.grant(id))) this.#wentBack.add(id)
      since = revision
      this.#contactMs = this.#deps.clock.now()
    } catch (error) {
      if (!(error instanceof RegisterFailure)) throw error
      this.#behind = error
    }
    this.#unwatch = register.watch(layout.grants, since, (change) => this.#hear(change))
  }

  stop(): void {
    this.#unwatch()
  }

  get(id: string): KnownGrant | undefined {
    return this.#known.get(id)
  }

  all(): readonly KnownGrant[] {
    return [...this.#known.values()]
  }

  /** Why what is known may be out of date; undefined while it is not. */
  get behind(): RegisterFailure | undefined {
    return this.#behind
  }

  /** When the register was last heard of, as far as it was. */
  get contactMs(): number | undefined {
    return this.#behind ? this.#contactMs : this.#deps.clock.now()
  }

  /** The register shows less of a grant than it has shown this machine before: nothing is spent until it is made up for. */
  get wentBack(): boolean {
    return this.#wentBack.size > 0
  }

  /** What a write or a read of ours found, before the watch tells. */
  learn(found: RegisterRecord): void {
    const id = found.key.slice(this.#deps.layout.grants.length)
    const known = this.#known.get(id)
    if (known && found.revision <= known.revision) return
    const record = GRANT_ID.test(id) ? parseGrantRecord(found.value) : undefined
    if (!record) {
      this.#deps.log.warn('a record of the fleet is not understood', { grant: id })
      return
    }
    if (record.generation < this.#deps.seen.generationOf(id)) {
      this.#wentBack.add(id)
      this.#tell(undefined)
      return
    }
    this.#wentBack.delete(id)
    this.#deps.seen.note(id, record.generation, found.value)
    const grant = { id, record, revision: found.revision }
    this.#known.set(id, grant)
    if (known && record.generation > known.record.generation)
      this.renewals.set(record.node, (this.renewals.get(record.node) ?? 0) + 1)
    this.#tell(grant)
  }

  /** A person has confirmed it: what this machine knows of it stands there again. @throws RegisterFailure */
  async putBack(): Promise<void> {
    const { clock, register, layout, seen } = this.#deps
    for (const id of this.#wentBack) {
      const key = layout.grant(id)
      const value = seen.recordOf(id)
      if (value === undefined) continue
      const found = await register.read(key)
      const there = found && parseGrantRecord(found.value)
      const isLess = (there?.generation ?? 0) < seen.generationOf(id)
      const write = (): ReturnType<Register['create']> =>
        found ? register.replace(key, value, found.revision) : register.create(key, value)
      const made = isLess ? await writeForSure(clock, value, write) : undefined
      if (made?.kind === 'written') this.learn({ key, value, revision: made.revision })
      else if (found) this.learn(found)
    }
  }

  onChange(listener: (grant: KnownGrant | undefined) => void): Unwatch {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Until `isIt` of this grant, or the time is over; undefined then. */
  async waitFor(
    id: string,
    isIt: (grant: KnownGrant) => boolean,
    ms: number,
  ): Promise<KnownGrant | undefined> {
    const over = new AbortController()
    const look = (): KnownGrant | undefined => {
      const grant = this.#known.get(id)
      return grant && isIt(grant) ? grant : undefined
    }
    const unlisten = this.onChange(() => {
      if (look()) over.abort()
    })
    try {
      if (!look()) await this.#deps.clock.sleep(ms, over.signal)
      return look()
    } finally {
      unlisten()
    }
  }

  #hear(change: RegisterChange): void {
    if (change.kind === 'changed') this.learn(change.record)
    if (change.kind === 'behind') {
      if (!this.#behind) this.#contactMs = this.#deps.clock.now()
      this.#behind = change.failure
    }
    if (change.kind === 'level') this.#behind = undefined
    if (change.kind !== 'changed') this.#tell(undefined)
  }

  #tell(grant: KnownGrant | undefined): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(grant)
      } catch (error) {
        this.#deps.log.warn('somebody who listens to the fleet failed', { error: messageOf(error) })
      }
    }
  }
}
