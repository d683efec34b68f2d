/**
 * A panel, as far as D-Bus can tell: owns org.kde.StatusNotifierWatcher, reads the items that register and clicks
 * their menus. What a person would see and do, without pixels.
 */

import { expect } from '@playwright/test'
import dbus from 'dbus-next'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const ITEM_PATH = '/StatusNotifierItem'
const MENU_PATH = '/com/canonical/dbusmenu'
const NO_REPLY = 'org.freedesktop.DBus.Error.NoReply'
const FAILED = 'org.freedesktop.DBus.Error.Failed'

export interface MenuNode {
  readonly id: number
  readonly label: string
  readonly enabled: boolean
  readonly separator: boolean
  readonly children: readonly MenuNode[]
}

export interface TrayPanel {
  /** Waits until exactly one item is registered and alive. */
  item(): Promise<string>
  tooltip(): Promise<string>
  /** Width of the icon in pixels; 0 when there is none. */
  iconWidth(): Promise<number>
  menu(): Promise<readonly MenuNode[]>
  /** The entry found by following labels, each by its beginning. */
  find(...labels: readonly string[]): Promise<MenuNode | undefined>
  /** Waits for the entry found by following labels to be enabled, and clicks it. */
  click(...labels: readonly string[]): Promise<void>
  /** A plain click on the icon. */
  activate(): Promise<void>
  /** The panel comes, where only its watcher was there. */
  appear(): void
  close(): Promise<void>
}

class Watcher extends dbus.interface.Interface {
  readonly items = new Set<string>()
  hasHost = true
  readonly onRegister: (sender: string) => void

  constructor(onRegister: (service: string) => void) {
    super(WATCHER)
    this.onRegister = onRegister
  }

  RegisterStatusNotifierItem(service: string): void {
    this.items.add(service)
    this.onRegister(service)
  }

  RegisterStatusNotifierHost(): void {
    // hosts are of no interest: this watcher is the host
  }

  get RegisteredStatusNotifierItems(): readonly string[] {
    return [...this.items]
  }

  get IsStatusNotifierHostRegistered(): boolean {
    return this.hasHost
  }

  StatusNotifierHostRegistered(): void {
    // what the signal carries: nothing
  }

  get ProtocolVersion(): number {
    return 0
  }
}

Watcher.configureMembers({
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
  signals: { StatusNotifierHostRegistered: { signature: '' } },
})

/** @param hasHost false: as in Plasma, where the watcher is there before the panel is */
export async function startTrayPanel(busAddress: string, hasHost = true): Promise<TrayPanel> {
  const bus = dbus.sessionBus({ busAddress })
  const alive = new Set<string>()
  const watcher = new Watcher((service) => alive.add(service))
  watcher.hasHost = hasHost
  bus.export('/StatusNotifierWatcher', watcher)
  const daemon = (await bus.getProxyObject('org.freedesktop.DBus', '/org/freedesktop/DBus')).getInterface(
    'org.freedesktop.DBus',
  )
  daemon.on('NameOwnerChanged', (name: string, _before: string, after: string) => {
    if (after === '') alive.delete(name)
  })
  await bus.requestName(WATCHER, dbus.NameFlag.DO_NOT_QUEUE)

  async function item(): Promise<string> {
    await expect.poll(() => alive.size, { message: 'one tray item' }).toBe(1)
    return [...alive][0] ?? ''
  }

  async function call(path: string, name: string, member: string, signature: string, body: unknown[]) {
    const reply = await bus.call(
      new dbus.Message({ destination: await item(), path, interface: name, member, signature, body }),
    )
    return reply?.body ?? []
  }

  async function property(name: string): Promise<unknown> {
    const [variant] = await call(ITEM_PATH, 'org.freedesktop.DBus.Properties', 'Get', 'ss', [
      'org.kde.StatusNotifierItem',
      name,
    ])
    return (variant as dbus.Variant).value
  }

  async function menu(): Promise<readonly MenuNode[]> {
    const [, root] = await call(MENU_PATH, 'com.canonical.dbusmenu', 'GetLayout', 'iias', [0, -1, []])
    return nodeOf(root).children
  }

  /** False when the menu has no such entry any more: each new menu numbers its entries anew. */
  async function choose(id: number): Promise<boolean> {
    try {
      const body = [id, 'clicked', new dbus.Variant('i', 0), 0]
      await call(MENU_PATH, 'com.canonical.dbusmenu', 'Event', 'isvu', body)
      return true
    } catch (error) {
      if (!(error instanceof dbus.DBusError)) throw error
      if (error.type === NO_REPLY) return true // whoever quits on a click is gone before it could answer
      if (error.type === FAILED && !idsOf(await menu()).includes(id)) return false
      throw error
    }
  }

  return {
    item,
    menu,
    tooltip: async () => String((((await property('ToolTip')) as unknown[]) ?? [])[2] ?? ''),
    iconWidth: async () => Number((((await property('IconPixmap')) as unknown[][]) ?? [])[0]?.[0] ?? 0),
    find: async (...labels) => follow(await menu(), labels),
    async click(...labels) {
      // What was clicked before may not have reached the menu yet; and the menu may be made anew under our hands.
      const clicked = async () => {
        const found = follow(await menu(), labels)
        return found?.enabled === true && choose(found.id)
      }
      await expect.poll(clicked, `a click on ${labels.join(' > ')}`).toBe(true)
    },
    async activate() {
      await call(ITEM_PATH, 'org.kde.StatusNotifierItem', 'Activate', 'ii', [0, 0])
    },
    appear() {
      watcher.hasHost = true
      watcher.StatusNotifierHostRegistered()
    },
    async close() {
      bus.disconnect()
    },
  }
}

function follow(nodes: readonly MenuNode[], labels: readonly string[]): MenuNode | undefined {
  const [first, ...rest] = labels
  const found = nodes.find((node) => node.label.startsWith(first ?? ''))
  return found && rest.length > 0 ? follow(found.children, rest) : found
}

function idsOf(nodes: readonly MenuNode[]): readonly number[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.children)])
}

/** (ia{sv}av), the layout of com.canonical.dbusmenu. */
function nodeOf(raw: unknown): MenuNode {
  const [id, properties, children] = raw as [number, Record<string, dbus.Variant>, dbus.Variant[]]
  return {
    id,
    label: String(properties.label?.value ?? '').replaceAll('__', '_'), // `_` marks a mnemonic, so it is doubled
    enabled: properties.enabled?.value !== false,
    separator: properties.type?.value === 'separator',
    children: children.map((child) => nodeOf(child.value)),
  }
}
