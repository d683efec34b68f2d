import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OverviewView } from '../../../app/contract/views.ts'
import { createTray, type TrayItem } from '../../../main/tray/tray.ts'
import { MINUTE_MS, NOW_MS, overviewView, profileView } from '../../support/views.ts'

const set = vi.hoisted(() => ({ image: vi.fn(), tooltip: vi.fn(), menu: vi.fn() }))
const nothing = vi.hoisted(() => () => undefined)

vi.mock('electron', () => ({
  Menu: { buildFromTemplate: (template: unknown) => template },
  nativeImage: { createFromPath: () => ({ isEmpty: () => false, setTemplateImage: nothing }) },
  nativeTheme: { on: nothing, off: nothing, shouldUseDarkColors: false },
  Tray: class {
    setImage = set.image
    setToolTip = set.tooltip
    setContextMenu = set.menu
    on = nothing
    destroy = nothing
  },
}))

const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

describe('createTray', () => {
  let overview: OverviewView
  let nowMs: number
  let tray: TrayItem

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', undefined)
    vi.clearAllMocks()
    nowMs = NOW_MS
    overview = overviewView([profileView({ id: 'ada', nextRefreshAtMs: NOW_MS + 4.5 * MINUTE_MS })])
    tray = createTray({
      images: '/images',
      overview: () => overview,
      welcomed: () => true,
      now: () => nowMs,
      act: nothing,
      onClick: nothing,
      prefersMenu: () => false,
      onHost: nothing,
      log,
    })
  })
  afterEach(() => {
    tray.destroy()
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  function soon(): void {
    tray.update()
    vi.advanceTimersByTime(200)
  }

  it('sets nothing again that says the same: a new menu closes the one that is open', () => {
    overview = structuredClone(overview)
    nowMs += 10_000
    soon()
    for (const each of Object.values(set)) expect(each).toHaveBeenCalledTimes(1)
  })

  it('sets a menu that differs, once for many changes in a row', () => {
    nowMs += MINUTE_MS
    for (let change = 0; change < 5; change++) tray.update()
    vi.advanceTimersByTime(200)
    expect(set.menu).toHaveBeenCalledTimes(2)
    expect(JSON.stringify(set.menu.mock.lastCall)).toContain('3 min')
    expect(set.image).toHaveBeenCalledTimes(1)
  })
})
