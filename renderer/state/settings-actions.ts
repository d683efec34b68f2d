/** Settings, from the window's side: each change shows at once and is taken back when it is refused. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { CommandView, SettingsChange, SettingsView } from '../../app/contract/views.ts'
import { changed } from '../model/settings-change.ts'
import { ask } from './bridge.ts'
import type { AppStore, SettingId } from './store.ts'

export interface SettingsActions {
  loadSettings(): Promise<void>
  receiveSettings(settings: SettingsView): void
  /** @param control where a refusal is told. @returns why it was refused */
  changeSettings(control: SettingId, change: SettingsChange): Promise<Failure | undefined>
  loadAbout(): Promise<void>
  loadOwners(): Promise<void>
  installCommand(): Promise<Reply<CommandView>>
  openSupport(): void
  openShortcuts(): void
  openPalette(): void
  supportText(): Promise<Reply<string>>
  /** @returns where it went; undefined when the person thought better of it */
  saveSupport(): Promise<Reply<string | undefined>>
  /** In the file manager. @returns why it could not be shown */
  showPath(path: string): Promise<Failure | undefined>
}

export function createSettingsActions(bridge: Bridge, store: AppStore): SettingsActions {
  const set = store.setState
  const get = store.getState
  /** Shown already, and not answered yet; oldest first. */
  let pending: readonly SettingsChange[] = []
  /** As Lamplighter last told them. */
  let told: SettingsView | undefined
  let last: Promise<unknown> = Promise.resolve()

  function receiveSettings(settings: SettingsView): void {
    told = settings
    set({ settings: pending.reduce(changed, settings) })
  }

  return {
    receiveSettings,
    async loadSettings() {
      const reply = await ask(bridge, 'settings:get')
      if (reply.ok) receiveSettings(reply.value)
      refuse('all', reply.ok ? undefined : reply.failure)
    },
    async changeSettings(control, change) {
      const before = get().settings
      if (!before) return undefined
      if (pending.length === 0) told = before
      pending = [...pending, change]
      refuse(control, undefined)
      set({ settings: changed(before, change) })
      // One after the other: each answer holds all settings, and must not undo the change after it.
      const asking = last.then(() => ask(bridge, 'settings:set', change))
      last = asking
      const reply = await asking
      pending = pending.filter((one) => one !== change)
      if (reply.ok) {
        receiveSettings(reply.value)
        return undefined
      }
      if (told) receiveSettings(told)
      refuse(control, reply.failure)
      set({ announcement: reply.failure.message })
      return reply.failure
    },
    async loadAbout() {
      set({ about: await ask(bridge, 'about:get') })
    },
    async loadOwners() {
      const reply = await ask(bridge, 'owners:get')
      if (reply.ok) set({ owners: reply.value })
      refuse('programs', reply.ok ? undefined : reply.failure)
    },
    installCommand: () => ask(bridge, 'command:install'),
    openSupport: () => set({ dialog: { kind: 'support' } }),
    openShortcuts: () => set({ dialog: { kind: 'shortcuts' } }),
    openPalette: () => set({ dialog: { kind: 'palette' } }),
    supportText: () => ask(bridge, 'support:preview'),
    saveSupport: () => ask(bridge, 'support:save'),
    async showPath(path) {
      const reply = await ask(bridge, 'path:reveal', path)
      return reply.ok ? undefined : reply.failure
    },
  }

  function refuse(control: SettingId, failure: Failure | undefined): void {
    const { [control]: _, ...others } = get().settingsRefused
    set({ settingsRefused: failure ? { ...others, [control]: failure } : others })
  }
}
