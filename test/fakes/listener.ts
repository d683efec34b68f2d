import { AppError } from '../../app/base/errors.ts'
import type { Callback, Listener, Redirect } from '../../app/base/ports.ts'

/** Redirects arrive when the test says so. */
export class FakeListener implements Listener {
  readonly taken = new Set<number>()
  /** What browser tabs were told in the end: undefined, or why it did not go through. */
  readonly concluded: (string | undefined)[] = []
  readonly #open = new Map<number, Redirect & { readonly arrived: (url: string) => void }>()
  #nextPort = 50_000
  /** What was visited and is not ours. */
  readonly refused: string[] = []

  async listen(redirect: Redirect): Promise<Callback> {
    const { port } = redirect
    const actual = port === 0 ? this.#nextPort++ : port
    if (this.taken.has(actual) || this.#open.has(actual)) {
      throw new AppError('LOGIN_PORT_TAKEN', `Port ${actual} is in use.`, { hint: 'Paste the address.' })
    }
    let arrived: (url: string) => void = () => undefined
    const first = new Promise<string>((resolve) => {
      arrived = resolve
    })
    this.#open.set(actual, { ...redirect, arrived })
    return {
      port: actual,
      received: (signal) => Promise.race([first, aborted(signal)]),
      conclude: (why) => void this.concluded.push(why),
      close: async () => void this.#open.delete(actual),
    }
  }

  /** The ports that are listened on now. */
  get ports(): readonly number[] {
    return [...this.#open.keys()]
  }

  /** The browser follows a redirect. @throws when nobody listens there, as the browser would show */
  visit(address: string): void {
    const url = new URL(address)
    const open = this.#open.get(Number(url.port))
    if (open?.path !== url.pathname) throw new Error(`nobody listens at ${url.origin}${url.pathname}`)
    if (open.isOurs(address)) open.arrived(address)
    else this.refused.push(address)
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const onAbort = (): void => {
      const { reason } = signal
      reject(
        reason instanceof AppError ? reason : new AppError('LOGIN_CANCELLED', 'The login was cancelled.'),
      )
    }
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}
