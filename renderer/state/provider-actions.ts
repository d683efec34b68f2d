/** A provider that a person added, changed afterwards, with a way back. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { ProviderEdit } from '../../app/contract/views.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface ProviderActions {
  openProvider(providerId: string): void
  providerEdit(providerId: string): Promise<Reply<ProviderEdit>>
  /** The system asks before tokens go to another address. @returns why it was refused; undefined as well where the person said no */
  changeProvider(edit: ProviderEdit, before: ProviderEdit): Promise<Failure | undefined>
}

export function createProviderActions(
  bridge: Bridge,
  store: AppStore,
  toasts: ToastActions,
): ProviderActions {
  const set = store.setState
  return {
    openProvider: (providerId) => set({ dialog: { kind: 'provider', providerId } }),
    providerEdit: (providerId) => ask(bridge, 'provider:edit', providerId),
    async changeProvider(edit, before) {
      const reply = await ask(bridge, 'provider:change', edit)
      const { dialog } = store.getState()
      const isOpen = dialog?.kind === 'provider' && dialog.providerId === edit.id
      // The provider was asked for a while: where the dialog was closed, the screen says what went wrong.
      if (!reply.ok && !isOpen) set({ notice: reply.failure, announcement: reply.failure.message })
      if (!reply.ok) return reply.failure
      if (!reply.value) return undefined
      set({ providers: reply.value, ...(isOpen ? { dialog: undefined } : {}) })
      toasts.toast(`${edit.name ?? edit.id} is changed.`, async () => {
        const back = await ask(bridge, 'provider:change', before)
        if (!back.ok) set({ notice: back.failure, announcement: back.failure.message })
        else if (back.value) set({ providers: back.value, announcement: 'It is as it was.' })
      })
      return undefined
    },
  }
}
