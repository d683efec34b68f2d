/**
 * Narrower tokens, and tokens for somebody else, made of a login's access token (RFC 8693). They are nobody's login: kept in
 * memory while they last, never stored, and made anew by each process. One request for all who want the same at once.
 */
import type { CoreEvents } from '../../base/core-events.ts'
import { AppError, fromFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import { HttpFailure } from '../../base/ports.ts'
import type { HistoryKind } from '../../contract/views.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import { type Provider, providerOf, type ResolvedProvider } from '../../model/provider.ts'
import { CALL_TIMEOUT_MS } from '../../model/refresh-policy.ts'
import type { Secret } from '../../model/secret.ts'
import { type TokenTarget, targetKey } from '../../model/token-target.ts'
import { tokenOf, tooShort, type UsableToken } from '../../model/usable-token.ts'
import { unreachable } from '../../oauth/certificate-hint.ts'
import { exchangeToken } from '../../oauth/token-exchange.ts'
import type { TokenReply } from '../../oauth/token-reply.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import { checkIssuer } from '../refresh/check-issuer.ts'
import { classifyAnswer } from '../refresh/classify-reply.ts'
import type { RefreshContext } from '../refresh/context.ts'
import { troubleFailure, waitFailure } from '../refresh/failure-text.ts'
import type { AdmittedToken } from './admitted-token.ts'
import type { TokenOptions } from './token-service.ts'

export interface ExchangedToken extends UsableToken {
  /** What it may do, where the provider says so or was asked for no more. */
  readonly scope?: readonly string[]
}

export interface ExchangedTokensDeps {
  readonly tools: Pick<RefreshContext, 'ports' | 'issuers'>
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
  /** With what it offers. @throws AppError */
  readonly resolve: (provider: Provider) => Promise<ResolvedProvider>
  /** The login's own, refreshed first where needed. */
  readonly token: (profileId: string, options: TokenOptions) => Promise<AdmittedToken>
  readonly bus: EventBus<CoreEvents>
}

interface Kept {
  readonly profileId: string
  readonly token: ExchangedToken
  readonly sinceMs: number
  readonly untilMs: number
}

/** The login is another one from then on, or none. */
const ENDINGS = new Set<HistoryKind>(['signed-in', 'signed-out', 'forgotten'])
/** A program that asks in a loop for what it does not get has the provider asked this often. */
const FAILED_FOR_MS = 5_000
/** Of a token that nobody says how long it lives. */
const UNTOLD_LIFE_MS = 60_000

export class ExchangedTokens {
  readonly #deps: ExchangedTokensDeps
  readonly #kept = new Map<string, Kept>()
  readonly #underWay = new Map<string, Promise<ExchangedToken>>()
  readonly #failed = new Map<string, { readonly error: unknown; readonly atMs: number }>()

  constructor(deps: ExchangedTokensDeps) {
    this.#deps = deps
    deps.bus.on('history', ({ kind, profileId }) => {
      if (ENDINGS.has(kind) && profileId !== undefined) this.#forget(profileId)
    })
  }

  /** @throws AppError as TokenService.token(); EXCHANGE_UNAVAILABLE, EXCHANGE_REFUSED, REPLY_INVALID */
  async token(name: string, target: TokenTarget, options: TokenOptions): Promise<ExchangedToken> {
    const profile = this.#deps.profiles.find(name)
    const key = JSON.stringify([profile.id, targetKey(target)])
    const { validForMs = 0 } = options
    this.#dropOld()
    const kept = this.#kept.get(key)
    if (kept && kept.untilMs > this.#now + validForMs) return kept.token
    const failed = this.#failed.get(key)
    if (failed) throw failed.error
    const provider = this.#providerOf(profile)
    const { accessToken } = await this.#deps.token(profile.id, { ...options, validForMs: 0 })
    const token = await (this.#underWay.get(key) ??
      this.#begin(key, profile, () => this.#exchange(profile, provider, accessToken, target)))
    if (!isLongEnough(token, this.#now + validForMs)) throw tooShort(profile, validForMs)
    return token
  }

  /** A server refused it: the next to ask gets another. */
  refused(accessToken: Secret): void {
    for (const [key, { token }] of this.#kept)
      if (token.accessToken.equals(accessToken)) this.#kept.delete(key)
  }

  #forget(profileId: string): void {
    for (const [key, kept] of this.#kept) if (kept.profileId === profileId) this.#kept.delete(key)
  }

  get #now(): number {
    return this.#deps.tools.ports.clock.now()
  }

  /** Before its beginning, too: then a clock was set back. */
  #dropOld(): void {
    const nowMs = this.#now
    for (const [key, { sinceMs, untilMs }] of this.#kept)
      if (untilMs <= nowMs || nowMs < sinceMs) this.#kept.delete(key)
    for (const [key, { atMs }] of this.#failed)
      if (Math.abs(nowMs - atMs) >= FAILED_FOR_MS) this.#failed.delete(key)
  }

  #begin(key: string, { id }: Profile, exchange: () => Promise<ExchangedToken>): Promise<ExchangedToken> {
    const sinceMs = this.#now
    const running = exchange()
      .then((token) => {
        const untilMs = token.expiresAtMs ?? sinceMs + UNTOLD_LIFE_MS
        this.#kept.set(key, { profileId: id, token, sinceMs, untilMs })
        return token
      })
      .catch((error: unknown) => {
        this.#failed.set(key, { error, atMs: this.#now })
        throw error
      })
      .finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, running)
    return running
  }

  async #exchange(
    profile: Profile,
    provider: Provider,
    subject: Secret,
    target: TokenTarget,
  ): Promise<ExchangedToken> {
    const { tools } = this.#deps
    const resolved = await this.#deps.resolve(provider)
    if (resolved.tokenExchange !== true) throw cannotExchange(provider)
    const { entries } = profile.grant
    const server = await checkIssuer(tools, { provider, profile }, resolved, { entries, fingerprint: '' })
    if (server.kind === 'ended' && server.outcome.kind === 'retry') throw fromFailure(server.outcome.failure)
    const call = { timeoutMs: CALL_TIMEOUT_MS }
    const answer = await exchangeToken(tools.ports, resolved, subject, target, call).catch(
      (error: unknown) => {
        throw error instanceof HttpFailure ? unreachable(provider.name, error) : error
      },
    )
    if (answer.kind === 'error' && answer.error === 'unsupported_grant_type') throw cannotExchange(provider)
    const meaning = classifyAnswer(answer, resolved.errorWords)
    switch (meaning.kind) {
      case 'success':
        return exchanged(provider, meaning.reply, target)
      case 'rate-limited':
        throw fromFailure(waitFailure(provider, meaning))
      case 'transient':
        throw fromFailure(troubleFailure(provider, meaning))
      default:
        throw new AppError('EXCHANGE_REFUSED', `${provider.name} gives no such token: ${meaning.detail}`, {
          hint: 'Ask for what it lets this login and this client have.',
        })
    }
  }

  #providerOf(profile: Profile): Provider {
    const { current } = profile.grant
    const provider = this.#deps.findProvider(profile.provider)
    if (!provider || current.credential?.kind !== 'oauth') {
      throw new AppError('EXCHANGE_UNAVAILABLE', `No other token can be made of ${labelOf(profile)}.`, {
        hint: 'Only a login of a provider that is known here can be narrowed.',
      })
    }
    const its = providerOf(provider, current)
    const maySay = its.tokenExchange === undefined && its.issuer !== undefined // in its metadata
    if (its.tokenExchange !== true && !maySay) throw cannotExchange(provider)
    return its
  }
}

function exchanged({ name }: Provider, reply: TokenReply, { scope: wanted }: TokenTarget): ExchangedToken {
  const scope = reply.scope ?? wanted // RFC 8693 §2.2.1: where they differ, it has to say so
  const more = wanted ? (scope ?? []).filter((one) => !wanted.includes(one)) : []
  if (more.length > 0) {
    const what = `${name} answered with a token that may do more than was asked for (${more.join(' ')}), so it is not given out.`
    throw new AppError('REPLY_INVALID', what, { hint: 'This provider cannot narrow a token that way.' })
  }
  return { ...tokenOf(reply.accessToken, reply.expiresAtMs), ...(scope === undefined ? {} : { scope }) }
}

function isLongEnough({ expiresAtMs }: UsableToken, untilMs: number): boolean {
  return expiresAtMs === undefined || expiresAtMs > untilMs
}

function cannotExchange({ id, name }: Provider): AppError {
  return new AppError('EXCHANGE_UNAVAILABLE', `${name} cannot narrow a token.`, {
    hint: `Sign in to a login of its own with fewer scopes. If it knows token exchange (RFC 8693) and does not say so, set "tokenExchange": true for "${id}" in config.json.`,
  })
}
