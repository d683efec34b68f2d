/**
 * A sign-in on another machine with this machine's browser: the sign-in runs there, told step by step over the person's own
 * ssh, and the port that the browser comes back to is forwarded from here to there. No token and no code passes through us.
 */

import { AppError, fromFailure } from '../../base/errors.ts'
import type { LineChannel, Ports } from '../../base/ports.ts'
import { quotedWord } from '../../base/shell-word.ts'
import type { LoginStep, LoginView } from '../../contract/views.ts'
import { isLoopback } from '../../oauth/endpoint-url.ts'
import { remoteCommand } from './connection/remote-command.ts'
import { failureOf, isAbsent } from './connection/ssh-errors.ts'
import { readRemoteLine } from './remote-step.ts'

export interface RemoteSignInWish {
  readonly destination: string
  /** How Lamplighter is started there, where a person has said it. */
  readonly command: string | undefined
  readonly login: string
  readonly device: boolean
}

type SignInPorts = Pick<Ports, 'browser' | 'log' | 'ssh'>

/** As Core.logins has it, for one sign-in. */
export class RemoteSignIn {
  readonly #ports: SignInPorts
  readonly #wish: RemoteSignInWish
  readonly #listeners = new Set<(view: LoginView) => void>()
  readonly #end: Promise<LoginView>
  readonly #first: Promise<LoginView>
  readonly #wire: LineChannel
  #forward: LineChannel | undefined
  #last: LoginView | undefined

  constructor(ports: SignInPorts, wish: RemoteSignInWish) {
    this.#ports = ports
    this.#wish = wish
    const words = ['login', quotedWord(wish.login), '--no-browser', '--json', '--steps']
    if (wish.device) words.push('--device')
    this.#wire = ports.ssh.open(wish.destination, remoteCommand(wish.command, words.join(' ')))
    let begun: (view: LoginView) => void = () => undefined
    let ended: (view: LoginView) => void = () => undefined
    let failed: (error: unknown) => void = () => undefined
    const first = new Promise<LoginView>((resolve) => (begun = resolve))
    this.#end = new Promise<LoginView>((resolve, reject) => {
      ended = resolve
      failed = reject
    })
    this.#end.catch(() => undefined) // told to whoever waits for it
    this.#first = Promise.race([first, this.#end])
    this.#wire.onLine((line) => {
      try {
        const told = readRemoteLine(line, wish.destination)
        if (told.kind === 'refused') failed(fromFailure(told.failure))
        if (told.kind !== 'step') return
        const { view } = told
        begun(view)
        this.#hear(view)
        if (view.step.kind === 'done' || view.step.kind === 'failed') ended(view)
      } catch (error) {
        failed(error)
        this.#wire.close()
      }
    })
    void this.#wire.closed.then((end) => {
      this.#forward?.close()
      const { destination } = wish
      if (isAbsent(end)) failed(new AppError('NODE_LACKS', `There is no Lamplighter on ${destination}.`))
      else failed(failureOf(destination, end))
    })
  }

  on(_event: 'login', listener: (view: LoginView) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @throws AppError NODE_UNREACHABLE, NODE_LACKS; here and in ended() */
  start(): Promise<LoginView> {
    return this.#first
  }

  async ended(_id: string): Promise<LoginView> {
    try {
      return await this.#end
    } finally {
      this.#forward?.close()
      this.#wire.close()
    }
  }

  /** What it is worth, the sign-in there says. */
  async paste(_id: string, address: string): Promise<LoginView | undefined> {
    this.#wire.send(address)
    return this.#last
  }

  async cancel(_id: string): Promise<void> {
    this.#wire.close()
  }

  #hear(view: LoginView): void {
    this.#last = view
    if (view.step.kind === 'browser') this.#open(view.step)
    for (const tell of this.#listeners) tell(view)
  }

  /** Where the port is taken here, the person pastes the address that the browser ends on. */
  #open({ url, redirectUri, listening }: Extract<LoginStep, { kind: 'browser' }>): void {
    const { hostname, port } = URL.canParse(redirectUri) ? new URL(redirectUri) : { hostname: '', port: '' }
    if (listening && isLoopback(hostname) && port !== '') {
      const end = { host: hostname, port: Number(port) }
      this.#forward = this.#ports.ssh.open(this.#wish.destination, 'cat', { forward: { from: end, to: end } })
      void this.#forward.closed.then(({ why }) =>
        this.#ports.log.info('the forwarded port is closed', { why }),
      )
    }
    this.#ports.browser.open(url).catch((error: unknown) => {
      this.#ports.log.warn('the browser did not open', { error })
    })
  }
}
