/** macOS and Windows: the system keeps the list, Electron talks to it. */
import type { Autostart, StartCommand } from './autostart.ts'

/** What we use of Electron's app. */
export interface LoginItems {
  getLoginItemSettings(options?: { path?: string; args?: string[] }): {
    readonly openAtLogin: boolean
    /** Windows: false when it was switched off in the Task Manager or in Settings. */
    readonly executableWillLaunchAtLogin?: boolean
    /** macOS 13 and later. */
    readonly status?: string
  }
  setLoginItemSettings(settings: {
    openAtLogin: boolean
    enabled?: boolean
    path?: string
    args?: string[]
  }): void
}

export function createLoginItem(
  items: LoginItems,
  platform: 'darwin' | 'win32',
  { program, args }: StartCommand,
): Autostart {
  // macOS starts the application bundle and passes no arguments; there, being opened at login says the same.
  const named = platform === 'win32' ? { path: program, args: [...args] } : {}
  return {
    async state() {
      const { openAtLogin, executableWillLaunchAtLogin, status } = items.getLoginItemSettings(named)
      if (status === 'requires-approval') return 'turned-off'
      if (!openAtLogin) return 'absent'
      return platform === 'win32' && executableWillLaunchAtLogin === false ? 'turned-off' : 'on'
    },
    async set(on) {
      items.setLoginItemSettings({
        ...named,
        openAtLogin: on,
        ...(platform === 'win32' ? { enabled: on } : {}),
      })
    },
    async mend() {
      // An installation keeps its place, and an update replaces it there.
    },
  }
}
