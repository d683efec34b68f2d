/** RFC 8252: sign in with the system's browser, the answer coming back over a loopback redirect (§7.3), or by paste. */

import { AppError, messageOf, toFailure } from '../../base/errors.ts'
import type { Callback } from '../../base/ports.ts'
import { sleepUntil } from '../../base/sleep-until.ts'
import { type ResolvedProvider, redirectUriOf } from '../../model/provider.ts'
import type { Secret } from '../../model/secret.ts'
import { answers, authorizationUrl, codeFrom, readCallback } from '../../oauth/authorization-code.ts'
import { createPkce, type Pkce } from '../../oauth/pkce.ts'
import { pushAuthorization } from '../../oauth/pushed-authorization.ts'
import { withRequestObject } from '../../oauth/request-object.ts'
import { exchangeCode, type TokenReply } from '../../oauth/token-endpoint.ts'
import {
  asLoginError,
  cancelled,
  EXCHANGE_TIMEOUT_MS,
  type FlowControls,
  type LoginPorts,
  replyOf,
} from './flow.ts'

/** Long enough to find a password and a second factor; after that nobody is coming, and the port goes free. */
export const BROWSER_DEADLINE_MS = 10 * 60_000
const STATE_BYTES = 32

export interface BrowserControls extends FlowControls {
  /** Called once, when an answer can be pasted. It throws AppError ARGUMENT_INVALID, REPLY_INVALID and nothing is lost. */
  onPaste(accept: (address: string) => void): void
}

interface Attempt {
  readonly provider: ResolvedProvider
  readonly pkce: Pkce
  readonly state: string
  readonly redirectUri: string
}

/** @throws AppError LOGIN_DENIED, LOGIN_TIMEOUT, LOGIN_CANCELLED, LOGIN_UNAVAILABLE, PROVIDER_REFUSED, REPLY_INVALID; HttpFailure */
export async function browserLogin(
  ports: LoginPorts,
  provider: ResolvedProvider,
  controls: BrowserControls,
): Promise<TokenReply> {
  const state = ports.random.token(STATE_BYTES)
  const callback = await listen(ports, provider, state)
  try {
    const attempt = await prepare(ports, provider, state, callback)
    const url = await pageFor(ports, attempt)
    const answer = waitForCode(ports, attempt, callback, controls)
    controls.show({
      kind: 'browser',
      url,
      listening: callback !== undefined,
      redirectUri: attempt.redirectUri,
    })
    // With the port taken the browser would land on a stranger's page, so the person decides when to go.
    // Nobody waits for it: some systems answer only when the browser is closed.
    // Where the browser is meant to end elsewhere, there is no stranger.
    const isElsewhere = provider.redirect.address !== undefined
    if (callback !== undefined || isElsewhere) void openBrowser(ports, url)
    const reply = await exchange(ports, attempt, await answer, controls)
    callback?.conclude()
    return reply
  } catch (error) {
    const { message, detail } = toFailure(asLoginError(error, provider.name))
    callback?.conclude([message, detail].filter(Boolean).join(' '))
    throw error
  } finally {
    await callback?.close()
  }
}

/** Undefined when the browser ends elsewhere, or every port that the provider knows is taken: found out before the browser opens. */
async function listen(
  ports: LoginPorts,
  provider: ResolvedProvider,
  state: string,
): Promise<Callback | undefined> {
  const { host, path, port: first, otherPorts = [], address } = provider.redirect
  if (address !== undefined) return undefined
  const isOurs = (url: string): boolean => answers(url, state)
  for (const port of [first, ...otherPorts]) {
    try {
      return await ports.listener.listen({ host, port, path, isOurs })
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === 'LOGIN_PORT_TAKEN'
      if (!isTaken || port === 0) throw error
    }
  }
  return undefined
}

/** Where the browser is sent: the whole request, signed where the provider wants it (RFC 9101), or a reference to it (RFC 9126). */
async function pageFor(ports: LoginPorts, { provider, redirectUri, state, pkce }: Attempt): Promise<string> {
  const plain = authorizationUrl(provider, { redirectUri, state, challenge: pkce.challenge })
  const url = provider.requestObject ? await withRequestObject(provider, plain) : plain
  return provider.pushedAuthorization ? pushAuthorization(ports.http, provider, url) : url
}

async function prepare(
  ports: LoginPorts,
  provider: ResolvedProvider,
  state: string,
  callback?: Callback,
): Promise<Attempt> {
  return {
    provider,
    pkce: await createPkce(ports.random),
    state,
    redirectUri: redirectUriOf(provider, callback?.port),
  }
}

/** Not fatal: the address is on the screen, and can be opened by hand. */
export async function openBrowser(ports: Pick<LoginPorts, 'browser' | 'log'>, url: string): Promise<boolean> {
  try {
    await ports.browser.open(url)
    return true
  } catch (error) {
    ports.log.warn('the browser did not open', { reason: messageOf(error) })
    return false
  }
}

/** The first of: the redirect, a paste, the deadline, a cancel. */
async function waitForCode(
  ports: LoginPorts,
  attempt: Attempt,
  callback: Callback | undefined,
  controls: BrowserControls,
): Promise<Secret> {
  const { provider, state } = attempt
  const waiting = new AbortController()
  const signal = AbortSignal.any([controls.signal, waiting.signal])
  const pasted = new Promise<Secret>((resolve, reject) => {
    controls.onPaste((address) => {
      try {
        resolve(codeFrom(readCallback(address), provider, state))
      } catch (error) {
        if (!isVerdict(error)) throw error // a slip of the hand: the login stays open
        reject(error)
      }
    })
  })
  const received = callback?.received(signal).then(
    (url) => codeFrom(readCallback(url), provider, state),
    (error: unknown) => {
      throw controls.signal.aborted ? cancelled() : error
    },
  )
  const ended = sleepUntil(ports.clock, ports.clock.now() + BROWSER_DEADLINE_MS, signal).then((timeUp) => {
    throw timeUp ? timedOut() : cancelled()
  })
  try {
    return await Promise.race([pasted, ended, ...(received === undefined ? [] : [received])])
  } finally {
    waiting.abort()
    for (const late of [pasted, ended, received]) late?.catch(alreadyDecided)
  }
}

/** The provider has decided, as opposed to a paste that was not an answer to us. */
function isVerdict(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'LOGIN_DENIED' || error.code === 'PROVIDER_REFUSED')
}

/** One of the three waits has won; how the others end no longer matters. */
const alreadyDecided = (): undefined => undefined

/** A code is good for one exchange, so it is sent once and not cancelled on the way. */
async function exchange(
  ports: LoginPorts,
  attempt: Attempt,
  code: Secret,
  controls: BrowserControls,
): Promise<TokenReply> {
  const { provider, pkce, redirectUri, state } = attempt
  controls.show({ kind: 'exchanging' })
  const grant = { code, redirectUri, verifier: pkce.verifier, challenge: pkce.challenge, state }
  return replyOf(await exchangeCode(ports, provider, grant, { timeoutMs: EXCHANGE_TIMEOUT_MS }), provider)
}

function timedOut(): AppError {
  return new AppError('LOGIN_TIMEOUT', 'Nobody completed the sign-in within ten minutes.', {
    hint: 'Start the sign-in again.',
  })
}
