import { type Http, HttpFailure, type HttpReply, type HttpRequest } from '../../app/base/ports.ts'

export type HttpAnswer =
  | (Partial<HttpReply> & { readonly json?: unknown })
  | HttpFailure
  | ((request: HttpRequest) => Partial<HttpReply> | HttpFailure | Promise<Partial<HttpReply> | HttpFailure>)

/** A server that follows a script: one answer for each expected request, in order for each address. */
export class FakeHttp implements Http {
  readonly requests: HttpRequest[] = []
  readonly #script: {
    readonly url: string
    readonly answer: HttpAnswer
    readonly times: number
    used: number
  }[] = []
  readonly #unexpected: string[] = []

  /** @param url the whole address, or its beginning when it ends with an asterisk */
  expect(url: string, answer: HttpAnswer, times = 1): this {
    this.#script.push({ url, answer, times, used: 0 })
    return this
  }

  /** Answers for as long as it is asked. */
  always(url: string, answer: HttpAnswer): this {
    return this.expect(url, answer, Number.POSITIVE_INFINITY)
  }

  async send(request: HttpRequest): Promise<HttpReply> {
    this.requests.push(request)
    if (request.signal?.aborted) throw new HttpFailure('aborted', false, 'cancelled')
    const step = this.#script.find((one) => one.used < one.times && matches(one.url, request.url))
    if (!step) {
      this.#unexpected.push(`${request.method} ${request.url}`)
      throw new Error(`a request nobody expected: ${request.method} ${request.url}`)
    }
    step.used++
    const answer = typeof step.answer === 'function' ? await step.answer(request) : step.answer
    if (answer instanceof HttpFailure) throw answer
    return asReply(answer)
  }

  /** At the end of a test: every request was expected, and every expected one was made. */
  verify(): void {
    const missing = this.#script.filter((one) => Number.isFinite(one.times) && one.used < one.times)
    const told = [
      ...this.#unexpected.map((one) => `unexpected: ${one}`),
      ...missing.map((one) => `never made: ${one.url}`),
    ]
    if (told.length > 0) throw new Error(told.join('\n'))
  }

  /** The parameters of a form body (RFC 6749 appendix B). */
  form(index = this.requests.length - 1): Readonly<Record<string, string>> {
    return Object.fromEntries(new URLSearchParams(this.requests[index]?.body ?? ''))
  }
}

function asReply(answer: Partial<HttpReply> & { readonly json?: unknown }): HttpReply {
  const body = answer.json === undefined ? (answer.body ?? '') : JSON.stringify(answer.json)
  const type = answer.json === undefined ? {} : { 'content-type': 'application/json' }
  return { status: answer.status ?? 200, headers: { ...type, ...answer.headers }, body }
}

function matches(pattern: string, url: string): boolean {
  return pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern
}
