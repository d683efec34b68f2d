/** Signing in, from the window's side: one dialog, which follows one login wherever it was started. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { LoginRequest, LoginView, LoginWay, ProviderInput } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import { chosen } from './selection.ts'
import { type AppStore, type DialogState, ended } from './store.ts'
import type { ToastActions } from './toast-actions.ts'
import type { TransferStep } from './transfer-step.ts'

export interface LoginActions {
  loadProviders(): Promise<Failure | undefined>
  /** Adds the provider, then signs in with it. @returns why it was refused */
  addProvider(
    input: ProviderInput,
    how?: { readonly secret?: string; readonly method?: LoginWay },
  ): Promise<Failure | undefined>
  /** The same for whoever an MCP server trusts; without a client id it has to register one. */
  addMcpServer(url: string, clientId: string): Promise<Failure | undefined>
  /** Opens the dialog at once; what the core answers shows in it. */
  signIn(request: LoginRequest): Promise<void>
  paste(loginId: string, address: string): Promise<Failure | undefined>
  openBrowser(loginId: string): Promise<Failure | undefined>
  /** Ends the login, if it is still running, and closes the dialog; what it was begun from is there again. */
  closeDialog(): Promise<void>
  receiveLogin(login: LoginView): void
}

export function createLoginActions(bridge: Bridge, store: AppStore, toasts: ToastActions): LoginActions {
  const set = store.setState
  const get = store.getState
  /** Asked for by this window and not answered yet: never mistaken for one that was begun from the tray. */
  const starting = new Set<LoginRequest>()

  function receiveLogin(login: LoginView): void {
    const { dialog, logins } = get()
    const ours =
      logins[login.id] !== undefined ||
      [...starting].some((request) => asks(request, login)) ||
      beganByTransfer(get().transfer, login)
    set({ logins: { ...logins, [login.id]: login } })
    if (dialog?.kind === 'login' && dialog.loginId === undefined && asks(dialog.request, login)) {
      set({ dialog: { ...dialog, loginId: login.id } }) // the event came before the answer
    } else if (!dialog && !ours && !ended(login)) {
      set({ dialog: { kind: 'login', request: requestOf(login), loginId: login.id } }) // begun from the tray
    }
    closeWhenDone(login)
  }

  /** Nothing is left to read: a sentence says that it worked, and the lamp lights. */
  function closeWhenDone({ id, step }: LoginView): void {
    const { dialog } = get()
    if (step.kind !== 'done' || dialog?.kind !== 'login' || dialog.loginId !== id) return
    set(chosen(get(), step.profileId))
    if (step.remains?.length) return
    set({ dialog: undefined })
    toasts.toast(t('{account} is signed in. Lamplighter keeps it from here on.', { account: step.account }))
  }

  return {
    receiveLogin,
    async loadProviders() {
      const reply = await ask(bridge, 'providers:list')
      if (!reply.ok) return reply.failure
      set({ providers: reply.value })
      return undefined
    },
    async addProvider(input, { secret, method } = {}) {
      const reply = await ask(bridge, 'provider:add', input, secret)
      if (!reply.ok) return reply.failure
      set({ providers: undefined })
      await this.signIn({ providerId: reply.value.id, ...(method ? { method } : {}) })
      return undefined
    },
    async addMcpServer(url, clientId) {
      const reply = await ask(bridge, 'provider:add-mcp', url, clientId || undefined)
      if (!reply.ok) return reply.failure
      set({ providers: undefined })
      await this.signIn({ providerId: reply.value.id })
      return undefined
    },
    async signIn(request) {
      const adding = isAdding(get().dialog) ? ({ isAdding: true } as const) : {}
      set({ dialog: { kind: 'login', request, ...adding } })
      starting.add(request)
      const reply = await ask(bridge, 'login:start', request)
      const { dialog } = get()
      const current = dialog?.kind === 'login' && asksSame(dialog.request, request)
      if (reply.ok) {
        receiveLogin(reply.value)
        // The dialog was closed while the core was still preparing: nobody waits for this login any more.
        if (!current) await ask(bridge, 'login:cancel', reply.value.id)
        else if (get().dialog) {
          set({ dialog: { kind: 'login', request, loginId: reply.value.id, ...adding } })
          closeWhenDone(reply.value)
        }
      } else if (current) set({ dialog: { kind: 'login', request, failure: reply.failure, ...adding } })
      starting.delete(request)
    },
    async paste(loginId, address) {
      return taken(await ask(bridge, 'login:paste', loginId, address.trim()))
    },
    async openBrowser(loginId) {
      return taken(await ask(bridge, 'login:open-browser', loginId))
    },
    async closeDialog() {
      const { dialog, logins } = get()
      const login = dialog?.kind === 'login' && dialog.loginId ? logins[dialog.loginId] : undefined
      const isBack = dialog?.kind === 'login' && isAdding(dialog) && login?.step.kind !== 'done'
      set({ dialog: isBack ? { kind: 'add' } : undefined })
      if (login && !ended(login)) taken(await ask(bridge, 'login:cancel', login.id))
    },
  }

  function taken(reply: Awaited<ReturnType<typeof ask<'login:paste'>>>): Failure | undefined {
    if (!reply.ok) return reply.failure
    receiveLogin(reply.value)
    return undefined
  }
}

/** What was typed there is not lost over a sign-in that fails. */
function isAdding(dialog: DialogState | undefined): boolean {
  return dialog?.kind === 'add' || (dialog?.kind === 'login' && dialog.isAdding === true)
}

function asksSame(a: LoginRequest, b: LoginRequest): boolean {
  return a.profileId === b.profileId && a.providerId === b.providerId && a.method === b.method
}

function asks(request: LoginRequest, login: LoginView): boolean {
  return request.profileId !== undefined
    ? request.profileId === login.profileId
    : request.providerId === login.providerId
}

/** Begun with others: the person goes from one to the next on the result, and is not called to each at once. */
function beganByTransfer(step: TransferStep, login: LoginView): boolean {
  if (step.kind === 'result') return step.result.rows.some(({ loginId }) => loginId === login.id)
  if (step.kind !== 'applying') return false
  return step.transfer.logins.some(
    ({ id, providerId }) =>
      step.chosen.has(id) && step.ways[id] === 'sign-in' && providerId === login.providerId,
  )
}

export function requestOf(login: LoginView): LoginRequest {
  return login.profileId === undefined ? { providerId: login.providerId } : { profileId: login.profileId }
}
