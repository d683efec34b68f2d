/** The logins under way: one for each profile, however many ask. */

import { AppError, toFailure } from '../../base/errors.ts'
import type { Failure } from '../../contract/failure.ts'
import type { LoginRequest, LoginStep, LoginView, LoginWay, RemainingStep } from '../../contract/views.ts'
import { hasClientLogin, hasDeviceLogin, type ResolvedProvider } from '../../model/provider.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'
import { browserLogin, openBrowser } from './browser-login.ts'
import { clientLogin } from './client-login.ts'
import { deviceLogin } from './device-login.ts'
import { asLoginError, cancelled, type LoginPorts } from './flow.ts'
import { advance, canCancel, isEnded, isUnderWay } from './login-state.ts'
import type { OwnerControls } from './owner-login.ts'

export interface LoginTarget {
  readonly providerId: string
  /** For people; the id where it is not given. */
  readonly providerName?: string
  readonly profileId?: string
  readonly account?: string
  /** Where the program that owns the login signs in: it stores what it gets itself. */
  readonly byOwner?: (controls: OwnerControls) => Promise<SavedLogin>
}

export interface SavedLogin {
  readonly profileId: string
  readonly account: string
  readonly remains?: readonly RemainingStep[]
}

export interface LoginDeps {
  /** With the endpoints a login needs. @throws AppError */
  resolve(providerId: string): Promise<ResolvedProvider>
  /** @throws AppError PROFILE_UNKNOWN, PROVIDER_UNKNOWN */
  target(request: LoginRequest): LoginTarget
  /** Could what comes be stored? @throws AppError STORE_*, KEYCHAIN_UNAVAILABLE */
  rehearse?(target: LoginTarget): Promise<void>
  /** Stores the new grant; returns once it is safe. @throws AppError LOGIN_OTHER_ACCOUNT, STORE_* */
  save(
    login: { readonly providerId: string; readonly profileId?: string },
    reply: TokenReply,
    provider: ResolvedProvider,
  ): Promise<SavedLogin>
  /** It came to nothing, and nobody cancelled it. */
  failed?(target: LoginTarget, failure: Failure): Promise<void>
  onChange(view: LoginView): void
}

export interface Logins {
  /** Resolves when there is something to do or to read: never still 'starting'. @throws AppError for an unknown target */
  start(request: LoginRequest): Promise<LoginView>
  /** Resolves when the login ended. @throws AppError ARGUMENT_INVALID, REPLY_INVALID: not an answer, the login stays open */
  paste(loginId: string, address: string): Promise<LoginView>
  openBrowser(loginId: string): Promise<LoginView>
  /** Nothing happens once the code was sent: the new login is then stored all the same. */
  cancel(loginId: string): Promise<LoginView>
  list(): readonly LoginView[]
  /** Resolves when the login is done, failed or cancelled. */
  ended(loginId: string): Promise<LoginView>
  /** Cancels what can be cancelled and waits until every port is free. */
  close(): Promise<void>
}

interface Login {
  readonly key: string
  readonly target: LoginTarget
  readonly controller: AbortController
  /** Once the first step is there. */
  readonly underWay: Promise<void>
  readonly ended: Promise<void>
  view: LoginView
  accept?: (address: string) => void
}

const ID_BYTES = 9
/** Ended logins are kept for whoever still looks at them. */
const KEPT_ENDED = 20

export function createLogins(ports: LoginPorts, tools: LoginDeps): Logins {
  const logins = new Map<string, Login>()

  function begin(request: LoginRequest, target: LoginTarget, key: string): Login {
    let tellUnderWay = (): void => undefined
    const underWay = new Promise<void>((resolve) => {
      tellUnderWay = resolve
    })
    const login: Login = {
      key,
      target,
      controller: new AbortController(),
      underWay,
      // A microtask later, so that `login` is whole before the flow touches it.
      ended: Promise.resolve().then(() => run(login, request.method, show)),
      view: {
        id: ports.random.token(ID_BYTES),
        providerId: target.providerId,
        providerName: target.providerName ?? target.providerId,
        ...(target.profileId === undefined ? {} : { profileId: target.profileId }),
        ...(target.account === undefined ? {} : { account: target.account }),
        startedAtMs: ports.clock.now(),
        step: { kind: 'starting' },
      },
    }
    function show(step: LoginStep): void {
      const next = advance(login.view.step, step)
      if (next === login.view.step) return
      login.view = { ...login.view, step: next }
      if (isUnderWay(next)) tellUnderWay()
      tools.onChange(login.view)
    }
    logins.set(login.view.id, login)
    prune(logins, key)
    tools.onChange(login.view)
    return login
  }

  async function run(
    login: Login,
    method: LoginRequest['method'],
    show: (step: LoginStep) => void,
  ): Promise<void> {
    const { target, controller } = login
    try {
      if (target.byOwner) {
        const { signal } = controller
        return show({
          kind: 'done',
          ...(await target.byOwner({ method: method ?? 'browser', show, signal })),
        })
      }
      const provider = await tools.resolve(target.providerId)
      await tools.rehearse?.(target)
      if (controller.signal.aborted) throw cancelled()
      login.view = { ...login.view, providerName: provider.name, ways: waysOf(provider) }
      const reply = await obtain(provider, method, login, show)
      const { providerId, profileId } = target
      const whose = { providerId, ...(profileId === undefined ? {} : { profileId }) }
      const saved = await tools.save(whose, reply, provider)
      show({ kind: 'done', ...saved })
    } catch (error) {
      const failure = toFailure(asLoginError(error, login.view.providerName))
      if (failure.code !== 'LOGIN_CANCELLED') await tools.failed?.(target, failure)
      show({ kind: 'failed', failure })
    }
  }

  function obtain(
    provider: ResolvedProvider,
    method: LoginRequest['method'],
    login: Login,
    show: (step: LoginStep) => void,
  ): Promise<TokenReply> {
    refuseHopeless(provider)
    const { signal } = login.controller
    if (hasClientLogin(provider)) return clientLogin(ports, provider, { show })
    switch (method ?? preferredMethod(provider)) {
      case 'device':
        return deviceLogin(ports, provider, { show, signal })
      case 'browser':
        return browserLogin(ports, provider, {
          show,
          signal,
          onPaste: (accept) => {
            login.accept = accept
          },
        })
    }
  }

  function byId(id: string): Login {
    const login = logins.get(id)
    if (login === undefined) throw new AppError('ARGUMENT_INVALID', 'This sign-in is no longer known.')
    return login
  }

  async function cancel(login: Login): Promise<LoginView> {
    if (!canCancel(login.view.step)) return login.view
    login.controller.abort()
    await login.ended
    return login.view
  }

  return {
    async start(request) {
      const target = tools.target(request)
      const key = target.profileId ?? `provider:${target.providerId}`
      const running = [...logins.values()].find((one) => one.key === key && !isEnded(one.view.step))
      const login = running ?? begin(request, target, key)
      await login.underWay
      return login.view
    },
    async paste(loginId, address) {
      const login = byId(loginId)
      if (login.accept === undefined || login.view.step.kind !== 'browser') {
        throw new AppError('ARGUMENT_INVALID', 'This sign-in is not waiting for an address.')
      }
      login.accept(address)
      await login.ended
      return login.view
    },
    async openBrowser(loginId) {
      const { step } = byId(loginId).view
      const url = addressOf(step)
      if (url === undefined)
        throw new AppError('ARGUMENT_INVALID', 'This sign-in has no page to open any more.')
      await openBrowser(ports, url)
      return byId(loginId).view
    },
    cancel: async (loginId) => cancel(byId(loginId)),
    list: () => [...logins.values()].map((login) => login.view),
    async ended(loginId) {
      const login = byId(loginId)
      await login.ended
      return login.view
    },
    async close() {
      await Promise.all([...logins.values()].map((login) => cancel(login).then(() => login.ended)))
    },
  }
}

/** Rather now than after the person has typed a password. @throws AppError LOGIN_UNAVAILABLE */
function refuseHopeless(provider: ResolvedProvider): void {
  if (provider.retired !== undefined) throw new AppError('LOGIN_UNAVAILABLE', provider.retired)
  if (provider.withoutClientSecret !== undefined && provider.clientSecret === undefined) {
    throw new AppError('LOGIN_UNAVAILABLE', provider.withoutClientSecret)
  }
}

/** Discovery may have told of one that the provider's data does not have. */
function waysOf(provider: ResolvedProvider): readonly LoginWay[] {
  return [
    ...(!hasClientLogin(provider) && provider.authorizationEndpoint ? (['browser'] as const) : []),
    ...(hasDeviceLogin(provider) ? (['device'] as const) : []),
  ]
}

/** @throws AppError LOGIN_UNAVAILABLE */
function preferredMethod(provider: ResolvedProvider): 'browser' | 'device' {
  if (provider.authorizationEndpoint !== undefined) return 'browser'
  if (provider.deviceAuthorizationEndpoint !== undefined) return 'device'
  throw new AppError('LOGIN_UNAVAILABLE', `Lamplighter cannot sign in at ${provider.name}.`, {
    hint: provider.notRefreshable ?? 'Sign in with the program that uses this login.',
  })
}

function addressOf(step: LoginStep): string | undefined {
  if (step.kind === 'browser') return step.url
  return step.kind === 'device' ? (step.verificationUriComplete ?? step.verificationUri) : undefined
}

/** A new login for the same profile replaces the ended one; of the others the last few stay. */
function prune(logins: Map<string, Login>, key: string): void {
  const ended = [...logins.values()].filter((login) => isEnded(login.view.step))
  const surplus = ended.slice(0, Math.max(0, ended.length - KEPT_ENDED))
  for (const login of ended) {
    if (login.key === key || surplus.includes(login)) logins.delete(login.view.id)
  }
}
