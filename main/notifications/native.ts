/** Electron's own notifications, for macOS and Windows. A click everywhere; the button where the system has one. */
import type { Log } from '../../app/base/ports.ts'
import { buttonsOf, type Notice } from './alert-text.ts'
import type { DesktopCommands, NotificationCenter } from './notification-center.ts'

/** What we use of Electron's Notification. */
export interface NativeNotification {
  on(event: 'click' | 'close', listener: () => void): unknown
  on(event: 'action', listener: (event: unknown, index: number) => void): unknown
  on(event: 'failed', listener: (event: unknown, reason: string) => void): unknown
  show(): void
  close(): void
}

export interface NativeOptions {
  readonly title: string
  readonly body: string
  readonly icon: string
  readonly silent: boolean
  readonly timeoutType: 'default' | 'never'
  actions?: { type: 'button'; text: string }[]
}

export interface NativeCenterDeps {
  readonly isSupported: () => boolean
  readonly make: (options: NativeOptions) => NativeNotification
  readonly platform: NodeJS.Platform
  readonly icon: string
  readonly act: DesktopCommands
  readonly log: Log
}

export function createNativeCenter(parts: NativeCenterDeps): NotificationCenter {
  const up = new Map<string, NativeNotification>() // and so none is collected while it is up: its click would be lost
  let said = false

  function take(slot: string): void {
    const one = up.get(slot)
    up.delete(slot)
    one?.close()
  }

  return {
    async show(slot, notice) {
      if (!parts.isSupported()) {
        if (!said) parts.log.warn('this system shows no notifications')
        said = true
        return false
      }
      take(slot)
      const made = parts.make(optionsFor(notice, parts))
      const gone = () => {
        if (up.get(slot) === made) up.delete(slot)
      }
      made.on('click', () => {
        gone()
        parts.act(notice.click)
      })
      made.on('action', (_event, index) => {
        gone()
        const button = buttonsOf(notice)[index]
        if (button) parts.act(button.action)
      })
      made.on('close', gone)
      made.on('failed', (_event, reason) => {
        gone()
        parts.log.warn('a notification was not shown', { reason })
      })
      up.set(slot, made)
      made.show()
      return true
    },
    isUp: (slot) => up.has(slot),
    async close(slot) {
      take(slot)
    },
    async stop() {
      for (const slot of [...up.keys()]) take(slot)
    },
  }
}

function optionsFor(notice: Notice, { platform, icon }: NativeCenterDeps): NativeOptions {
  const buttons = platform === 'darwin' ? buttonsOf(notice) : []
  return {
    title: notice.title,
    body: notice.body,
    icon: platform === 'darwin' ? '' : icon, // macOS shows the application's own
    silent: notice.urgency === 'low',
    timeoutType: notice.passing ? 'default' : 'never',
    ...(buttons.length > 0
      ? { actions: buttons.map(({ label }) => ({ type: 'button' as const, text: label })) }
      : {}),
  }
}
