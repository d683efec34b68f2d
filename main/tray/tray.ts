/** The tray item: one for the life of the application, made again only when the panel came after us. */
import { Menu, type MenuItemConstructorOptions, nativeTheme, type Rectangle, Tray } from 'electron'
import type { Log } from '../../app/base/ports.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import type { MenuItem, TrayAction } from './menu-item.ts'
import { type TrayHost, watchTrayHost } from './tray-host.ts'
import { lampFor } from './tray-icon.ts'
import { lampFile, lampImage } from './tray-image.ts'
import { trayMenu } from './tray-menu.ts'
import { tooltip } from './tray-text.ts'

const COALESCE_MS = 100 // a refresh of many logins is many overviews in a row
const TICK_MS = 30_000 // the finest step shown is a minute
const PATIENCE_MS = 3_000 // panels are there within 0.2 s when they are there at all

export interface TrayDeps {
  /** Folder of the lamp images. */
  readonly images: string
  readonly overview: () => OverviewView
  /** The person has pressed "Begin". */
  readonly welcomed: () => boolean
  readonly now: () => number
  readonly act: (action: TrayAction) => void
  /** Where the desktop tells a click from asking for the menu. @param icon where it was; without an area on Linux */
  readonly onClick: (icon: Rectangle) => void
  /** The person wants the menu at a click as well, where the desktop lets a program choose. */
  readonly prefersMenu: () => boolean
  /** Called with false once it is clear that nothing on this desktop shows tray items, with true when one comes. */
  readonly onHost: (present: boolean) => void
  readonly log: Log
}

export interface TrayItem {
  /** Something changed: say so soon. */
  update(): void
  destroy(): void
}

export function createTray(parts: TrayDeps): TrayItem {
  let menu: Menu | undefined
  let tray = make()
  let shown: { menu?: string; image?: string; tooltip?: string } = {}
  let pending: NodeJS.Timeout | undefined
  let host: TrayHost | undefined

  function make(): Tray {
    const made = new Tray(lampImage(lampFor(parts.overview()), parts.images))
    made.on('click', (_event, icon) => {
      if (parts.prefersMenu() && process.platform === 'win32') made.popUpContextMenu()
      else parts.onClick(icon)
    })
    made.on('right-click', () => menu && !isAttached() && made.popUpContextMenu(menu))
    return made
  }

  /** On macOS a menu that is attached takes every click; elsewhere it has a button of its own. */
  function isAttached(): boolean {
    return process.platform !== 'darwin' || parts.prefersMenu()
  }

  function render(): void {
    pending = undefined
    const overview = parts.overview()
    const nowMs = parts.now()
    const lamp = lampFor(overview)
    const image = lampFile(lamp)
    if (image !== shown.image) tray.setImage(lampImage(lamp, parts.images))
    const tip = tooltip(overview, nowMs)
    if (tip !== shown.tooltip) tray.setToolTip(tip)
    const entries = trayMenu({ overview, welcomed: parts.welcomed(), nowMs })
    const words = JSON.stringify([isAttached(), entries])
    // On Linux a change reaches the panel only with a new menu, and a new menu closes an open one: only when it differs.
    if (words !== shown.menu) {
      menu = Menu.buildFromTemplate(entries.map(templateOf))
      tray.setContextMenu(isAttached() ? menu : null)
    }
    shown = { menu: words, image, tooltip: tip }
  }

  function templateOf(entry: MenuItem): MenuItemConstructorOptions {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' }
      case 'text':
        return { label: entry.label, enabled: false }
      case 'action':
        return { label: entry.label, enabled: entry.enabled, click: () => parts.act(entry.action) }
      case 'submenu':
        return { label: entry.label, submenu: entry.entries.map(templateOf) }
    }
  }

  function makeAgain(): void {
    tray.destroy()
    tray = make()
    shown = {}
    render()
  }

  render()
  const tick = setInterval(render, TICK_MS)
  nativeTheme.on('updated', render) // light and dark panels want different lamps
  let patience: NodeJS.Timeout | undefined
  if (process.platform === 'linux') {
    // A panel that restarts finds us by itself; one that was not there when the tray was made does not.
    let registered = false
    void watchTrayHost(() => {
      if (!registered) makeAgain()
      registered = true
      parts.onHost(true)
    }, parts.log).then((watched) => {
      host = watched
      registered = watched?.present ?? false
    })
    patience = setTimeout(() => {
      if (host === undefined || host.present) return
      parts.log.warn(
        'nothing on this desktop shows tray items; they appear when a panel that does is started',
      )
      parts.onHost(false)
    }, PATIENCE_MS)
  }

  return {
    update() {
      pending ??= setTimeout(render, COALESCE_MS)
    },
    destroy() {
      clearInterval(tick)
      nativeTheme.off('updated', render)
      clearTimeout(pending)
      clearTimeout(patience)
      host?.close()
      tray.destroy()
    },
  }
}
