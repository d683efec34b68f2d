import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import type { Autostart, AutostartState } from '../../../main/autostart/autostart.ts'
import { createStartAtLogin } from '../../../main/autostart/start-at-login.ts'
import { settingsView } from '../../support/views.ts'

function setUp(state: AutostartState, startAtLogin: boolean) {
  const done: string[] = []
  const warnings: string[] = []
  let settings = settingsView({ startAtLogin })
  let refusal: AppError | undefined
  const system: Autostart & { is: AutostartState } = {
    is: state,
    state: async () => system.is,
    async set(on) {
      if (refusal) throw refusal
      done.push(on ? 'on' : 'off')
      system.is = on ? 'on' : 'absent'
    },
    mend: async () => void done.push('mend'),
  }
  const core = {
    settings: () => settings,
    changeSettings: async (change: Parameters<typeof settingsView>[0]) => {
      settings = settingsView(change)
      return settings
    },
  }
  const log = { info: () => undefined, warn: (message: string) => void warnings.push(message) }
  return {
    done,
    warnings,
    system,
    setting: () => settings.startAtLogin,
    refuse(error: AppError) {
      refusal = error
    },
    login: createStartAtLogin(system, core, log),
  }
}

describe('start at login, at the start', () => {
  it.each([
    ['on', true, true],
    ['absent', false, false],
    ['turned-off', false, false],
    ['turned-off', true, false], // in the desktop's own settings
    ['absent', true, false], // its file was taken away: it must not come back by itself
    ['on', false, true],
  ] as const)('believes a system that says %s when the setting is %s', async (state, setting, becomes) => {
    const world = setUp(state, setting)
    await world.login.reconcile()
    expect(world.setting()).toBe(becomes)
    expect(world.system.is).toBe(state)
  })

  it('puts right what it starts, only when it is on', async () => {
    const on = setUp('on', true)
    await on.login.reconcile()
    expect(on.done).toEqual(['mend'])
    const off = setUp('turned-off', true)
    await off.login.reconcile()
    expect(off.done).toEqual([])
  })
})

describe('start at login, set by a person', () => {
  it('acts only on a difference', async () => {
    const world = setUp('absent', false)
    await world.login.set(false)
    await world.login.set(true)
    await world.login.set(true)
    await world.login.set(false)
    expect(world.done).toEqual(['on', 'off'])
  })

  it('turns on what was turned off elsewhere', async () => {
    const world = setUp('turned-off', false)
    await world.login.set(true)
    expect(world.system.is).toBe('on')
  })

  it('tells why it cannot', async () => {
    const world = setUp('absent', false)
    world.refuse(new AppError('AUTOSTART_UNAVAILABLE', 'Not from here.'))
    await expect(world.login.set(true)).rejects.toMatchObject({ code: 'AUTOSTART_UNAVAILABLE' })
  })
})

describe('start at login, changed in its file', () => {
  it('is followed', async () => {
    const world = setUp('absent', false)
    await world.login.reconcile()
    await world.login.follow(true)
    expect(world.done).toEqual(['on'])
  })

  it('does not turn on again what was turned off elsewhere, when another setting changes', async () => {
    const world = setUp('on', true)
    await world.login.reconcile()
    world.system.is = 'turned-off'
    await world.login.follow(true)
    expect(world.system.is).toBe('turned-off')
  })

  it('only says so when it cannot be', async () => {
    const world = setUp('absent', false)
    await world.login.reconcile()
    world.refuse(new AppError('STORE_UNWRITABLE', 'Read-only.'))
    await world.login.follow(true)
    expect(world.warnings).toHaveLength(1)
  })
})
