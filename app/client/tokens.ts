/** Where a consumer's tokens come from: the running Lamplighter, else the command line; waiting where that was asked for. */
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../base/errors.ts'
import type { RefusalAnswer } from '../contract/refusal.ts'
import type { TokenTarget } from '../model/token-target.ts'
import type { TokenResult } from '../rpc/protocol.ts'
import type { TokenOptions } from './api.ts'
import { asLamplighterError, passes } from './client-error.ts'
import type { CommandLine } from './command-line.ts'
import type { HostConnection } from './connection.ts'
import { LamplighterError } from './errors.ts'

/** Without a host nobody tells us of a change, and each look is a process. */
const LOOK_AGAIN_MS = 10_000
/** A host that went away is back within this, where something starts it again. */
const BACK_SOON_MS = 500
/** More than a host lets anybody wait at once. */
const LONGEST_WAIT_MS = 14 * 24 * 60 * 60 * 1000

export class Tokens {
  readonly #link: HostConnection
  readonly #commandLine: CommandLine | undefined
  /** What a process of ours told: to look again is another one, and another request to a provider in trouble. */
  readonly #byProcess = new WeakSet<LamplighterError>()

  constructor(link: HostConnection, commandLine: CommandLine | undefined) {
    this.#link = link
    this.#commandLine = commandLine
  }

  /** @throws LamplighterError */
  async get(profile: string, options: TokenOptions = {}): Promise<TokenResult> {
    const { validFor = 0, waitFor = 0, signal } = options
    if (!(validFor >= 0) || !(waitFor >= 0)) {
      throw new LamplighterError('bad-argument', '`validFor` and `waitFor` are milliseconds, 0 or more.')
    }
    const target = targetIn(options)
    if (waitFor === 0 && !signal) return this.#once(profile, validFor, 0, target)
    const untilMs = Date.now() + waitFor
    for (;;) {
      const leftMs = Math.max(0, untilMs - Date.now())
      try {
        return await abortable(this.#once(profile, validFor, leftMs, target, signal), signal)
      } catch (error) {
        if (!(error instanceof LamplighterError) || !passes(error) || leftMs === 0) throw error
        const isCheap = !this.#commandLine || (error.code === 'transient' && !this.#byProcess.has(error))
        const pauseMs = isCheap ? BACK_SOON_MS : LOOK_AGAIN_MS
        await abortable(sleep(Math.min(pauseMs, leftMs), undefined, signal ? { signal } : {}), signal)
      }
    }
  }

  /** This token was refused with a 401. @throws LamplighterError `needs-login`, ... when there will be no other */
  async report(profile: string, accessToken: string): Promise<void> {
    try {
      const { event } = await this.#reported(profile, accessToken)
      if (event?.kind === 'rejected') {
        throw new AppError('NEEDS_LOGIN', event.message, {
          hint: `Run: lamplighter login ${event.profileId}`,
        })
      }
    } catch (error) {
      throw asLamplighterError(error, profile)
    }
  }

  async #reported(profile: string, accessToken: string): Promise<RefusalAnswer> {
    try {
      return await this.#link.ask('report401', { profile, accessToken })
    } catch (error) {
      if (!this.#commandLine || !isAway(error)) throw error
      return this.#commandLine.report401(profile, accessToken)
    }
  }

  async #once(
    profile: string,
    validForMs: number,
    waitMs: number,
    target: TokenTarget | undefined,
    signal?: AbortSignal,
  ): Promise<TokenResult> {
    const wait = waitMs > 0 ? { waitMs: Math.min(waitMs, LONGEST_WAIT_MS) } : {}
    try {
      try {
        const wish = { profile, validForMs, ...wait }
        if (target) return await this.#link.ask('exchangeToken', { ...wish, ...target }, signal)
        return await this.#link.ask('token', wish, signal)
      } catch (error) {
        if (!this.#commandLine || !isAway(error)) throw error
        return await this.#commandLine.token(profile, validForMs, target).catch((trouble: unknown) => {
          const told = asLamplighterError(trouble, profile)
          this.#byProcess.add(told)
          throw told
        })
      }
    } catch (error) {
      throw asLamplighterError(error, profile)
    }
  }
}

function targetIn({ scope, audience, resource }: TokenOptions): TokenTarget | undefined {
  if (scope === undefined && audience === undefined && resource === undefined) return undefined
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(audience === undefined ? {} : { audience }),
    ...(resource === undefined ? {} : { resource }),
  }
}

/** Nobody is there to be asked: none runs, or it ended before it answered. */
function isAway(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'HOST_ABSENT' || error.code === 'HOST_GONE')
}

function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      const cause: unknown = signal.reason
      reject(new LamplighterError('aborted', 'Nobody waits for it any longer.', { cause }))
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
