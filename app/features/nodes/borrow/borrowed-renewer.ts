/** Renewing what is borrowed: at most one attempt for each node every ten minutes when it fails. */
import { AppError } from '../../../base/errors.ts'
import type { RenewRequest } from '../../../engine/refresh/renewers/renewer.ts'
import type { Lender } from '../../../model/holder.ts'
import type { Profile } from '../../../model/profile.ts'
import type { RefreshOutcome } from '../../../model/refresh-outcome.ts'
import type { NodeConnection } from '../connection/ask-node.ts'
import type { NodeConnections } from '../connection/connections.ts'
import type { NodeDeps } from '../connection/deps.ts'
import { failedAt, type NodeCache } from '../inventory/node-cache.ts'
import { isUnreached, lookFailed } from '../inventory/probe.ts'
import { lenderOf, renewOver, waitsFor } from './borrow.ts'
import { writeMissed } from './moved-files.ts'

/** A machine that sleeps or is away is not woken by asking often. */
export const ASK_AGAIN_MS = 10 * 60_000

export class BorrowedRenewer {
  readonly #deps: NodeDeps
  readonly #links: NodeConnections
  readonly #known: NodeCache
  readonly #reload: () => Promise<void>
  readonly #destinationOf: (machine: string) => string | undefined
  #forgivenAtMs = 0

  /**
   * @param destinationOf where a person has trusted that machine
   * @param reload reads again what other processes wrote: nodes that were added, and where they were reached
   */
  constructor(
    deps: NodeDeps,
    links: NodeConnections,
    known: NodeCache,
    destinationOf: (machine: string) => string | undefined,
    reload: () => Promise<void>,
  ) {
    this.#destinationOf = destinationOf
    this.#reload = reload
    this.#deps = deps
    this.#links = links
    this.#known = known
  }

  /** What failed before counts no more: the network came back, a person asks. */
  forgive(): void {
    this.#forgivenAtMs = this.#deps.ports.clock.now()
  }

  /** When the node may be asked again; undefined: now. */
  restsUntilMs(destination: string): number | undefined {
    const failed = failedAt(this.#known.get(destination))
    const nowMs = this.#deps.ports.clock.now()
    if (!failed || failed.atMs < this.#forgivenAtMs || failed.atMs > nowMs) return undefined
    const untilMs = failed.atMs + ASK_AGAIN_MS
    return untilMs > nowMs ? untilMs : undefined
  }

  /** Trouble is an outcome: it says who is waited for, and until when. */
  async renew(profile: Profile, wish: RenewRequest): Promise<RefreshOutcome> {
    const lender = lenderOf(profile)
    if (!lender) return { kind: 'superseded', grant: profile.grant.current.fingerprint ?? '' }
    const { clock } = this.#deps.ports
    const live = this.#links.live(lender.machine)
    const destination = live ? undefined : await this.#wayTo(lender)
    const restsUntilMs = destination === undefined ? undefined : this.restsUntilMs(destination)
    try {
      if (live) return await renewOver(this.#deps, live, profile, wish)
      if (destination === undefined) throw onlyItCanCall(lender.name)
      const failed = failedAt(this.#known.get(destination))
      if (failed && restsUntilMs !== undefined && wish.askedBy !== 'person') {
        return waitsFor(profile, lender.name, asError(failed.failure), restsUntilMs)
      }
      return await this.#links.use(destination, async (dialled) => {
        if (dialled.kind === 'absent') throw gone(lender.name)
        if (dialled.link.machine !== lender.machine) throw another(lender.name)
        return renewOver(this.#deps, dialled.link, profile, wish)
      })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (destination !== undefined && isUnreached(error)) {
        await lookFailed(this.#deps, this.#known, destination, error)
      }
      return waitsFor(profile, lender.name, error, clock.now() + ASK_AGAIN_MS)
    }
  }

  async #wayTo({ destination, machine }: Lender): Promise<string | undefined> {
    const known = destination ?? this.#destinationOf(machine)
    if (known !== undefined) return known
    await this.#reload()
    return this.#destinationOf(machine)
  }

  /** A machine is there: what is borrowed from it and near its end, or over it, is asked for at once. */
  async catchUp({ machine }: NodeConnection): Promise<void> {
    await this.#deps.look()
    const { profiles, ports } = this.#deps
    const all = [...profiles.snapshot.profiles.values()]
    const borrowed = all.filter((profile) => lenderOf(profile)?.machine === machine)
    for (const profile of borrowed) await writeMissed(this.#deps, profile)
    const due = borrowed.filter((profile) => {
      this.#deps.forgetRetry(profile.id) // what failed was the way there
      const { planAtMs } = profiles.assessment(profile)
      return planAtMs !== undefined && planAtMs <= ports.clock.now()
    })
    for (const profile of due) await this.#deps.refresh(profile, 'schedule')
  }

  /** The owner has new tokens for these. */
  async announced({ machine }: NodeConnection, profiles: readonly string[]): Promise<void> {
    await this.#deps.look()
    for (const profile of this.#deps.profiles.snapshot.profiles.values()) {
      const lender = lenderOf(profile)
      if (lender?.machine !== machine || !profiles.includes(lender.profile)) continue
      await this.#deps.refresh(profile, lender.name)
    }
  }
}

function onlyItCanCall(name: string): AppError {
  return new AppError('NODE_UNREACHABLE', `This machine does not know a way to ${name}.`, {
    hint: `It is renewed whenever ${name} connects to this machine. To ask it from here, add it as a machine and trust it: lamplighter node trust.`,
  })
}

function gone(name: string): AppError {
  return new AppError('NODE_LACKS', `There is no Lamplighter on ${name} any more.`, {
    hint: 'Install it there again, or sign in here.',
  })
}

function another(name: string): AppError {
  return new AppError(
    'NODE_LACKS',
    `Another machine, or a new installation, answers in the place of ${name}.`,
    {
      hint: 'What was borrowed from the old one cannot be renewed there: borrow it anew, or sign in here.',
    },
  )
}

function asError({
  code,
  message,
  hint,
  detail,
}: {
  code: string
  message: string
  hint?: string
  detail?: string
}): AppError {
  return new AppError(code as AppError['code'], message, {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { cause: detail }),
  })
}
