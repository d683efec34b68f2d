/** A provider in memory: refresh tokens are single-use, and a used one that comes again ends the grant (RFC 9700 §4.14). */
import { HttpFailure, type HttpReply, type HttpRequest } from '../../app/base/ports.ts'
import type { FakeHttp } from './http.ts'

export const MODEL_ENDPOINT = 'https://provider.test/token'
const LIFE_SECONDS = 3600

export class ModelProvider {
  #serial = 1
  #current = 'CANARY-refresh-1'
  readonly #used = new Set<string>()
  revoked = false
  requests = 0
  /** A token that had been answered came again. */
  reuses = 0
  /** What happens to the next requests: lost on the way there, or on the way back. */
  readonly faults: ('lost-before' | 'lost-after')[] = []

  get currentRefreshToken(): string {
    return this.#current
  }

  serve(http: FakeHttp): void {
    http.always(MODEL_ENDPOINT, (request) => this.#answer(request))
  }

  /** Another program refreshes: the current token for the next. */
  exchangeDirectly(): { readonly access: string; readonly refresh: string } {
    this.requests++
    this.#exchange(this.#current)
    return { access: `CANARY-access-${this.#serial}`, refresh: this.#current }
  }

  /** Somebody signed in anew: the old grant is of no more use. */
  newGrant(): { readonly access: string; readonly refresh: string } {
    this.revoked = false
    this.#serial++
    this.#current = `CANARY-refresh-${this.#serial}`
    return { access: `CANARY-access-${this.#serial}`, refresh: this.#current }
  }

  #answer(request: HttpRequest): Partial<HttpReply> | HttpFailure {
    const fault = this.faults.shift()
    if (fault === 'lost-before') return new HttpFailure('network', false, 'ECONNREFUSED')
    this.requests++
    const sent = new URLSearchParams(request.body ?? '').get('refresh_token') ?? ''
    const reply = this.#exchange(sent)
    return fault === 'lost-after' ? new HttpFailure('timeout', true, 'no reply came') : reply
  }

  #exchange(sent: string): Partial<HttpReply> {
    if (this.#used.has(sent)) {
      this.reuses++
      this.revoked = true
    }
    if (this.revoked || sent !== this.#current) return json(400, { error: 'invalid_grant' })
    this.#used.add(sent)
    this.#serial++
    this.#current = `CANARY-refresh-${this.#serial}`
    return json(200, {
      access_token: `CANARY-access-${this.#serial}`,
      refresh_token: this.#current,
      expires_in: LIFE_SECONDS,
      token_type: 'Bearer',
    })
  }
}

function json(status: number, body: unknown): Partial<HttpReply> {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
