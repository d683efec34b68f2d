/** A token endpoint's reply -> what it means. Reads the error it names (RFC 6749 §5.2, error-words.ts), never a substring. Pure. */
import { HttpFailure } from '../../base/ports.ts'
import type { Provider } from '../../model/provider.ts'
import { isUnknownAuthority } from '../../oauth/certificate-hint.ts'
import { meaningOf } from '../../oauth/error-words.ts'
import type { TokenAnswer, TokenReply } from '../../oauth/token-endpoint.ts'

export type ReplyClass =
  | { readonly kind: 'success'; readonly reply: TokenReply }
  | { readonly kind: 'reused'; readonly detail: string }
  | { readonly kind: 'rejected'; readonly detail: string }
  | { readonly kind: 'insufficient-scope'; readonly detail: string }
  /** `refusal`: in the way a dead grant is refused, whatever the words. */
  | { readonly kind: 'client-rejected'; readonly detail: string; readonly refusal: boolean }
  /** Nobody at this address takes refreshes. */
  | { readonly kind: 'misdirected'; readonly detail: string }
  | { readonly kind: 'rate-limited'; readonly detail: string; readonly retryAfterMs?: number }
  | {
      readonly kind: 'transient'
      readonly detail: string
      readonly from: TroubleAt
      readonly retryAfterMs?: number
    }
  /** It answered that all went well, and what came with it cannot be used. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** `closed`: the connection ended before a reply; otherwise there was silence. */
  | { readonly kind: 'unknown-outcome'; readonly detail: string; readonly closed: boolean }

export type FailureClass = Exclude<ReplyClass, { readonly kind: 'success' }>

/** The server itself, a refusal of it without a name, a page in between, the way there, or a certificate that was shown on it. */
export type TroubleAt =
  | 'server'
  | 'refusal'
  | 'page'
  | 'network'
  | 'certificate'
  | 'unknown-authority'
  | 'client-certificate'

/** RFC 9110 §15.4 and §15.5: it moved for good, or nothing is there that takes a POST. */
const ELSEWHERE = new Set([301, 308, 404, 405, 410])
const REFUSALS = new Set([400, 401, 403])

export function classifyAnswer(answer: TokenAnswer, errorWords?: Provider['errorWords']): ReplyClass {
  if (answer.kind === 'success') return { kind: 'success', reply: answer.reply }
  const { status } = answer
  const detail = inWords(answer)
  const wait = answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }
  const trouble = (from: TroubleAt): ReplyClass => ({ kind: 'transient', detail, from, ...wait })
  if (status === 429 || (status === 503 && answer.retryAfterMs !== undefined)) {
    return { kind: 'rate-limited', detail, ...wait }
  }
  if (status >= 500 || status === 408) return trouble('server')
  const meaning = answer.kind === 'error' ? meaningOf(answer, errorWords) : undefined
  if (meaning === undefined && ELSEWHERE.has(status)) return { kind: 'misdirected', detail }
  if (answer.kind === 'invalid') {
    if (answer.unreadable) return { kind: 'unreadable', detail }
    return status >= 300 && status < 400 ? { kind: 'misdirected', detail } : trouble('page')
  }
  switch (meaning) {
    case 'rate-limited':
      return { kind: 'rate-limited', detail, ...wait }
    case 'transient':
      return trouble('server')
    case undefined: // no words, or such that nobody explained: no verdict on the grant yet
      if (answer.error === undefined && status !== 401)
        return trouble(REFUSALS.has(status) ? 'refusal' : 'server')
      return { kind: 'client-rejected', detail, refusal: REFUSALS.has(status) }
    case 'client-rejected':
      return { kind: 'client-rejected', detail, refusal: REFUSALS.has(status) }
    default:
      return { kind: meaning, detail }
  }
}

/** A request that failed below HTTP. @param left whether any byte of it can have reached the server */
export function classifyFailure(left: boolean, detail: string, error?: unknown): ReplyClass {
  const reason = error instanceof HttpFailure ? error.reason : undefined
  if (left) return { kind: 'unknown-outcome', detail, closed: reason === 'network' }
  return { kind: 'transient', detail, from: troubleAt(error) }
}

function troubleAt(error: unknown): TroubleAt {
  const reason = error instanceof HttpFailure ? error.reason : undefined
  if (reason === 'client-certificate') return reason
  if (reason !== 'tls') return 'network'
  return isUnknownAuthority(error) ? 'unknown-authority' : 'certificate'
}

function inWords(answer: Exclude<TokenAnswer, { kind: 'success' }>): string {
  if (answer.kind === 'invalid') return `HTTP ${answer.status}: ${answer.reason}`
  const words = [answer.error, answer.description].filter((word) => word !== undefined && word !== '')
  return `HTTP ${answer.status}: ${words.join(': ') || 'no error was named'}`
}
