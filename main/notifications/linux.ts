/**
 * Notifications over the session bus (Desktop Notifications Specification 1.2, freedesktop.org). Electron's own drop
 * the buttons on Linux.
 */
import dbus from 'dbus-next'
import { messageOf } from '../../app/base/errors.ts'
import type { Clock, Log } from '../../app/base/ports.ts'
import { buttonsOf, type Notice } from './alert-text.ts'
import { connectService, type Service } from './linux-service.ts'
import type { DesktopCommands, NotificationCenter } from './notification-center.ts'

const PASSING_MS = 10_000
const NEVER = 0 // a person is needed: it stays until it is dealt with
const URGENCY = { low: 0, normal: 1 } as const

export interface LinuxCenterDeps {
  /** Of the session bus; undefined when there is none. */
  readonly busAddress: string | undefined
  /** Absolute path of an image file. */
  readonly icon: string
  /** Name of our .desktop file, without the ending. */
  readonly desktopEntry: string
  readonly clock: Clock
  readonly act: DesktopCommands
  readonly log: Log
}

interface Up {
  readonly id: number
  readonly notice: Notice
}

export function createLinuxCenter(parts: LinuxCenterDeps): NotificationCenter {
  const { busAddress, log } = parts
  const up = new Map<string, Up>()
  let service: Service | undefined
  let silentSince: string | undefined

  function connect(address: string): Service {
    return connectService(address, parts.clock, {
      // Another server numbers its own: an id of the last one's could be somebody else's notification there.
      onOwner: () => up.clear(),
      onAction: (id, key) => {
        const notice = [...up.values()].find((one) => one.id === id)?.notice
        if (key === 'default' && notice) parts.act(notice.click)
        const button = notice && buttonsOf(notice).find((one) => one.key === key)
        if (button) parts.act(button.action)
      },
      onClosed: (id) => {
        for (const [slot, one] of up) if (one.id === id) up.delete(slot)
      },
      onLost: () => {
        service = undefined // the next one to show tries another connection, and says why when it fails
        up.clear()
      },
    })
  }

  /** Once, until something shows them again. */
  function saySilent(reason: string): false {
    if (silentSince === undefined) log.warn('nothing on this desktop shows notifications', { reason })
    silentSince ??= reason
    return false
  }

  async function close(slot: string): Promise<void> {
    const one = up.get(slot)
    up.delete(slot)
    try {
      if (one) await service?.closeNotification(one.id)
    } catch (error) {
      log.info('a notification could not be taken down', { reason: messageOf(error) }) // mostly: it was gone
    }
  }

  return {
    async show(slot, notice) {
      if (busAddress === undefined) return saySilent('no session bus')
      try {
        service ??= connect(busAddress)
        const can = await service.capabilities()
        const replaces = up.get(slot)?.id ?? 0
        const id = await service.notify(messageFor(notice, can, replaces, parts))
        up.set(slot, { id, notice })
        silentSince = undefined
        return true
      } catch (error) {
        return saySilent(messageOf(error))
      }
    },
    isUp: (slot) => up.has(slot),
    close,
    async stop() {
      await Promise.all([...up.keys()].map(close))
      service?.disconnect()
      service = undefined
    },
  }
}

/** The arguments of Notify, susssasa{sv}i. */
function messageFor(
  notice: Notice,
  can: ReadonlySet<string>,
  replaces: number,
  { icon, desktopEntry }: LinuxCenterDeps,
): readonly unknown[] {
  const buttons = buttonsOf(notice).flatMap(({ key, label }) => [key, label])
  const actions = ['default', 'Open', ...buttons]
  const hints = {
    'desktop-entry': new dbus.Variant('s', desktopEntry),
    urgency: new dbus.Variant('y', URGENCY[notice.urgency]),
    ...(notice.passing ? { transient: new dbus.Variant('b', true) } : {}),
  }
  return [
    'Lamplighter',
    replaces,
    icon,
    notice.title,
    can.has('body-markup') ? escapeMarkup(notice.body) : notice.body,
    can.has('actions') ? actions : [],
    hints,
    notice.passing ? PASSING_MS : NEVER,
  ]
}

/** Only a body is markup, never a title. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
