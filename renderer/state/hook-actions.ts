/** A person's own commands that run when something happened to a login: set, tried, taken out, and the last change undone. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { HookTrialView, SettingsView } from '../../app/contract/views.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface HookActions {
  openHook(event: string): void
  /** The system asks whether it shall run. @returns why it does not; undefined as well where the person said no */
  setHook(event: string, command: readonly string[]): Promise<Failure | undefined>
  removeHook(event: string): Promise<Failure | undefined>
  tryHook(event: string): Promise<Reply<HookTrialView>>
}

export function createHookActions(
  bridge: Bridge,
  store: AppStore,
  toasts: ToastActions,
  receive: (settings: SettingsView) => void,
): HookActions {
  const set = store.setState

  function changed(settings: SettingsView, event: string, text: string): void {
    receive(settings)
    toasts.toast(text, async () => {
      const reply = await ask(bridge, 'hook:undo', event)
      if (reply.ok) {
        receive(reply.value)
        set({ announcement: 'The hook is as it was.' })
      } else set({ notice: reply.failure, announcement: reply.failure.message })
    })
  }

  return {
    openHook: (event) => set({ dialog: { kind: 'hook', event } }),
    async setHook(event, command) {
      const reply = await ask(bridge, 'hook:set', event, command)
      if (!reply.ok) return reply.failure
      if (!reply.value) return undefined
      set({ dialog: undefined })
      changed(reply.value, event, 'The hook is written. Try it before you rely on it.')
      return undefined
    },
    async removeHook(event) {
      const reply = await ask(bridge, 'hook:remove', event)
      if (!reply.ok) return reply.failure
      changed(reply.value, event, 'The hook is removed.')
      return undefined
    },
    tryHook: (event) => ask(bridge, 'hook:try', event),
  }
}
