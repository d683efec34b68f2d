/** What a login is called, and how a person is rid of it: ended at its provider, or our copy deleted. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { LogoutView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import { chosen } from './selection.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface EndingActions {
  openRename(profileId: string): void
  /** Empty: by its account again. @returns why it was refused */
  rename(profileId: string, name: string): Promise<Failure | undefined>
  openSignOut(profileId: string): void
  /** What would go dark. */
  signOutPlan(profileId: string): Promise<Reply<LogoutView>>
  signOut(plan: LogoutView): Promise<Failure | undefined>
  openForget(profileId: string): void
  /** @param called how the person knows it */
  forget(profileId: string, called: string): Promise<Failure | undefined>
}

export function createEndingActions(bridge: Bridge, store: AppStore, toasts: ToastActions): EndingActions {
  const set = store.setState

  /** Nothing was ended at the provider, so it can be had back. */
  function deleted(profileId: string, text: string): void {
    toasts.toast(text, async () => {
      const reply = await ask(bridge, 'profile:take-back', profileId)
      if (reply.ok)
        set({
          ...chosen(store.getState(), profileId),
          announcement: t('{account} is back.', { account: reply.value.account }),
        })
      else set({ notice: reply.failure, announcement: reply.failure.message })
    })
  }

  return {
    openRename: (profileId) => set({ dialog: { kind: 'rename', profileId } }),
    async rename(profileId, name) {
      const reply = await ask(bridge, 'profile:rename', profileId, name.trim() || undefined)
      if (!reply.ok) return reply.failure
      set({
        dialog: undefined,
        announcement: t('It is called {name}.', { name: reply.value.name ?? reply.value.account }),
      })
      return undefined
    },
    openSignOut: (profileId) => set({ dialog: { kind: 'sign-out', profileId } }),
    signOutPlan: (profileId) => ask(bridge, 'profile:sign-out-plan', profileId),
    async signOut({ profileId, account, providerName }) {
      const reply = await ask(bridge, 'profile:sign-out', profileId)
      if (!reply.ok) return reply.failure
      set({ dialog: undefined, sheetOpen: false })
      if (reply.value === 'revoked')
        toasts.toast(t('{providerName} has ended the login of {account}.', { providerName, account }))
      else
        deleted(
          profileId,
          t('The copy of {account} here is deleted. {providerName} still has the permission.', {
            account,
            providerName,
          }),
        )
      return undefined
    },
    openForget: (profileId) => set({ dialog: { kind: 'forget', profileId } }),
    async forget(profileId, called) {
      const reply = await ask(bridge, 'profile:forget', profileId)
      if (!reply.ok) return reply.failure
      set({ dialog: undefined, sheetOpen: false })
      deleted(profileId, t('The copy of {called} here is deleted.', { called }))
      return undefined
    },
  }
}
