/** What the core says goes to the tray and the window, what the tray and the system say to the core. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { endAll } from '../app/base/end-all.ts'
import type { Ports } from '../app/base/ports.ts'
import type { EventName, Events } from '../app/contract/channels.ts'
import type { SettingsView } from '../app/contract/views.ts'
import type { Core } from '../app/core.ts'
import { createDesktopCommands } from './desktop-commands.ts'
import { createNotificationCenter } from './notifications/create-center.ts'
import { createNotifier } from './notifications/notifier.ts'
import { createQuestionNotices } from './notifications/question-notices.ts'
import { isQuiet } from './notifications/quiet-hours.ts'
import { FOLDERS } from './paths.ts'
import { watchPower } from './power.ts'
import { watchScreenLock } from './screen-lock.ts'
import type { Desktop } from './setup-desktop.ts'
import { createTray } from './tray/tray.ts'
import { watchForUpdates } from './updates.ts'
import { createBadge } from './window/badge.ts'
import { tellReady } from './window/dialogs.ts'
import { sendEvent } from './window/send-event.ts'
import { applyTheme } from './window/theme.ts'

/** @returns undo */
export function connect(core: Core, ports: Ports, doors: Desktop): () => Promise<void> {
  const { clock, files, log, paths } = ports
  const { window, popover, startAtLogin } = doors
  const send = <N extends EventName>(name: N, payload: Events[N]) =>
    sendEvent(window.contents(), name, payload)
  const tellOverview = () => {
    send('overview', doors.overview())
    sendEvent(popover.contents(), 'overview', doors.overview())
  }
  const now = () => clock.now()
  const prefersMenu = () => core.settings().tray === 'menu'
  const act = createDesktopCommands({
    core,
    show: window.show,
    quit: () => app.quit(),
    tell: tellReady,
    now,
    log,
  })
  const board = createNotificationCenter({ platform: process.platform, icon: FOLDERS.icon, clock, act, log })
  const notifyOfQuestions = createQuestionNotices({
    board,
    isQuiet: () => isQuiet(core.settings().notifications.quietHours, clock.now()),
    log,
  })
  const notifier = createNotifier({
    overview: () => core.overview(),
    onOverview: (listener) => core.on('overview', listener),
    settings: () => core.settings().notifications,
    board,
    clock,
    files,
    statePath: join(paths.state, 'notices.json'),
    log,
  })
  const tray = createTray({
    images: FOLDERS.trayImages,
    overview: doors.overview,
    welcomed: () => core.settings().welcomed,
    now,
    act,
    onClick: (icon) => (prefersMenu() ? window.show() : popover.toggle(icon)),
    prefersMenu,
    onHost(present) {
      doors.setTray(present)
      tellOverview()
      if (!present) window.show() // the only way in that is left
    },
    log,
  })
  const badge = createBadge({
    welcomed: () => core.settings().welcomed,
    setCount: (count) => void app.setBadgeCount(count),
    mark: window.mark,
  })
  let isNotifying = false
  /** Nobody is told of anything before they have seen what Lamplighter found. */
  const notifyOnceWelcome = ({ welcomed }: SettingsView): void => {
    if (!welcomed || isNotifying) return
    isNotifying = true
    void notifier.start()
  }
  const ends = [
    core.on('overview', () => {
      tray.update()
      badge(core.overview())
      tellOverview()
    }),
    core.on('login', (view) => send('login', view)),
    core.on('history', (view) => send('history', view)),
    core.on('nodes', (views) => send('nodes', views)),
    core.on('fleet', () => send('fleet', { kind: 'changed' })),
    core.consent.attend(),
    core.on('questions', (open) => {
      notifyOfQuestions(open)
      send('questions', open)
    }),
    core.on('settings', (view) => {
      applyTheme(view.theme)
      void doors.switchLanguage(view.language).then(tray.update)
      tray.update()
      notifyOnceWelcome(view)
      badge(core.overview())
      void startAtLogin.follow(view.startAtLogin)
      send('settings', view)
      sendEvent(popover.contents(), 'settings', view)
    }),
    watchPower({
      wake(reason) {
        log.info('awake', { reason })
        core.wake(reason)
        notifier.wake()
      },
      isWaiting: () =>
        core.nodes.list().length > 0 ||
        core.overview().profiles.some(({ status: { kind } }) => kind === 'retrying' || kind === 'held'),
      onChange: (listener) => core.on('overview', listener),
    }),
    watchScreenLock({
      isWanted: () => core.settings().withholdWhileLocked,
      onChange: (listener) => core.on('settings', listener),
      tell: (isLocked) => core.setScreenLocked(isLocked),
      log,
    }),
    tray.destroy,
    popover.close,
    watchForUpdates({
      isRelease: app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml')),
      isWanted: () => core.settings().checkForUpdates,
      load: async () => (await import('electron-updater')).default.autoUpdater,
      after: (ms, work) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      log,
    }),
  ]
  notifyOnceWelcome(core.settings())
  badge(core.overview())
  void startAtLogin.reconcile()
  return async () => {
    await endAll(...ends, () => notifier.stop())
  }
}
