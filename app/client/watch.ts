/** Listens for tokens that are about to lapse and logins that work again, across restarts of the host. */
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../base/errors.ts'
import type { ProfileView } from '../contract/views.ts'
import type { HostEvents } from '../rpc/protocol.ts'
import type { Expiring, Usable } from './api.ts'
import type { Connection, HostConnection } from './connection.ts'

type Kind = 'expiring' | 'usable'

interface Subscription {
  readonly kind: Kind
  /** As the consumer spells it. */
  readonly name: string
  readonly tell: (event: never) => void
  /** The profile's id, once a host has said so. */
  id: string | undefined
  greetedBy: Connection | undefined
}

/** How long a host is missed before it is looked for again. */
const LOOK_AGAIN_MS = 2_000

export class Watch {
  readonly #link: HostConnection
  readonly #subscriptions = new Set<Subscription>()
  /** Names and ids of logins that are known not to work: of these, coming back is news. */
  readonly #down = new Set<string>()
  /** What the host said last of logins that are in danger: for whoever listens later. */
  readonly #endangered = new Map<string, Expiring>()
  #running: Promise<void> | undefined
  #host: Connection | undefined
  /** The one that said what is in `#endangered`. It says so once. */
  #toldBy: Connection | undefined
  #greeting: Promise<void> = Promise.resolve()
  #stop = new AbortController()

  constructor(link: HostConnection) {
    this.#link = link
  }

  on(kind: 'expiring', name: string, tell: (event: Expiring) => void): () => void
  on(kind: 'usable', name: string, tell: (event: Usable) => void): () => void
  on(kind: Kind, name: string, tell: (event: never) => void): () => void {
    const subscription: Subscription = { kind, name, tell, id: undefined, greetedBy: undefined }
    this.#subscriptions.add(subscription)
    this.#begin()
    return () => {
      this.#subscriptions.delete(subscription)
      if (this.#subscriptions.size === 0) this.#stop.abort()
    }
  }

  /** A token was asked for, and only a person can help. */
  lost(name: string): void {
    this.#down.add(name)
  }

  close(): void {
    this.#subscriptions.clear()
    this.#stop.abort()
  }

  #begin(): void {
    if (this.#running && !this.#stop.signal.aborted) {
      this.#greetLater()
      return
    }
    this.#stop = new AbortController()
    this.#running = this.#run(this.#stop.signal)
  }

  async #run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#follow(stop).catch(() => undefined) // refused, or gone in the middle: looked for again below
      await sleep(LOOK_AGAIN_MS, undefined, { signal: stop, ref: true }).catch(() => undefined)
    }
  }

  /** Until the host goes away, or nobody listens any more. */
  async #follow(stop: AbortSignal): Promise<void> {
    const host = await this.#link.connect()
    if (!host || stop.aborted) return
    host.hold()
    try {
      if (this.#toldBy !== host) this.#endangered.clear()
      this.#toldBy = host
      host.peer.on('expiring', (event) => this.#hear('expiring', event as HostEvents['expiring']))
      host.peer.on('usable', (event) => this.#hear('usable', event as HostEvents['usable']))
      await host.ask('listen', { events: ['expiring', 'usable'] })
      this.#host = host
      this.#greetLater()
      const stopped = new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
      await Promise.race([host.peer.closed, stopped])
    } finally {
      this.#host = undefined
      host.letGo()
    }
  }

  /** One after the other, so that nobody is told twice. Without a host now, once there is one. */
  #greetLater(): void {
    const next = async (): Promise<void> => this.#host && this.#greet(this.#host)
    this.#greeting = this.#greeting.then(next).catch(() => undefined) // gone in the middle: the next host is asked
  }

  /**
   * Who a name means, and what happened while nobody listened: a host that starts anew does not know whom it had told
   * what.
   */
  async #greet(host: Connection): Promise<void> {
    for (const one of this.#subscriptions) {
      if (one.greetedBy === host) continue
      const profile = await host.ask('profile', { profile: one.name }).catch(unlessUnknown)
      if (!profile) continue
      one.greetedBy = host
      one.id = profile.id
      const danger = this.#endangered.get(profile.id)
      const wasDown = this.#down.has(profile.id) || this.#down.has(one.name)
      if (one.kind === 'expiring' && danger) tell(one, danger)
      if (one.kind === 'usable' && wasDown && works(profile)) this.#hear('usable', usableOf(profile))
    }
  }

  #hear(kind: Kind, event: Expiring | Usable): void {
    const known = [...this.#subscriptions].filter(({ id }) => id === event.profile)
    if (kind === 'expiring') {
      this.#down.add(event.profile)
      this.#endangered.set(event.profile, event as Expiring)
    } else {
      for (const name of [event.profile, ...known.map((one) => one.name)]) this.#down.delete(name)
      this.#endangered.delete(event.profile)
    }
    for (const one of known) if (one.kind === kind) tell(one, event)
    if ([...this.#subscriptions].some(({ id }) => id === undefined)) this.#greetLater() // a login that is new
  }
}

/** Not in the middle of reading the wire: a listener that throws is its own program's trouble. */
function tell({ tell }: Subscription, event: Expiring | Usable): void {
  queueMicrotask(() => tell(event as never))
}

function works({ status, accessExpiresAtMs }: ProfileView): boolean {
  if (['needs-login', 'unknown', 'expired'].includes(status.kind)) return false
  return accessExpiresAtMs === undefined || accessExpiresAtMs > Date.now()
}

function usableOf({ id, accessExpiresAtMs }: ProfileView): Usable {
  return { profile: id, ...(accessExpiresAtMs === undefined ? {} : { expiresAtMs: accessExpiresAtMs }) }
}

/** There may be such a login later. */
function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof AppError) || error.code !== 'PROFILE_UNKNOWN') throw error
}
