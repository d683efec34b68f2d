import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../../app/contract/channels.ts'
import type { Reply } from '../../../app/contract/failure.ts'
import type { SettingsChange, SettingsView } from '../../../app/contract/views.ts'
import { changed } from '../../../renderer/model/settings-change.ts'
import { createFakeBridge } from '../../../renderer/preview/fake-bridge.ts'
import { sampleOverview } from '../../../renderer/preview/sample-profiles.ts'
import { SETTINGS } from '../../../renderer/preview/sample-settings.ts'
import { createSettingsActions } from '../../../renderer/state/settings-actions.ts'
import { createAppStore } from '../../../renderer/state/store.ts'

const FULL = { code: 'STORE_UNWRITABLE', message: 'The disk is full.' }

/** Answers each settings:set only when told to, as a slow disk would. */
function slow() {
  const fake = createFakeBridge({ overview: sampleOverview(0, []), now: () => 0 })
  const waiting: { change: SettingsChange; answer: (reply: Reply<SettingsView>) => void }[] = []
  const request = (name: string, change: SettingsChange) =>
    name === 'settings:set'
      ? new Promise((answer) => waiting.push({ change, answer }))
      : Promise.reject(new Error(`nobody asks ${name} here`))
  const store = createAppStore()
  const actions = createSettingsActions({ ...fake, request } as unknown as Bridge, store)
  actions.receiveSettings(SETTINGS)
  return { waiting, store, actions, shown: () => store.getState().settings }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('changing settings', () => {
  it('shows a change before it is answered', async () => {
    const { actions, shown } = slow()
    void actions.changeSettings('theme', { theme: 'dark' })
    expect(shown()?.theme).toBe('dark')
  })

  it('asks one after the other, and no answer undoes a later change', async () => {
    const { actions, shown, waiting } = slow()
    void actions.changeSettings('theme', { theme: 'dark' })
    void actions.changeSettings('pacing', { maxConcurrent: 5 })
    await settled()
    expect(waiting.map(({ change }) => change)).toEqual([{ theme: 'dark' }])
    waiting[0]?.answer({ ok: true, value: changed(SETTINGS, { theme: 'dark' }) })
    await settled()
    expect(shown()).toMatchObject({ theme: 'dark', maxConcurrent: 5 })
    expect(waiting[1]?.change).toEqual({ maxConcurrent: 5 })
  })

  it('takes back what was refused, and only that', async () => {
    const { actions, shown, waiting, store } = slow()
    void actions.changeSettings('theme', { theme: 'dark' })
    void actions.changeSettings('pacing', { maxConcurrent: 5 })
    await settled()
    waiting[0]?.answer({ ok: false, failure: FULL })
    await settled()
    expect(shown()).toMatchObject({ theme: 'system', maxConcurrent: 5 })
    expect(store.getState().settingsRefused).toEqual({ theme: FULL })
    void actions.changeSettings('theme', { theme: 'light' })
    expect(store.getState().settingsRefused).toEqual({})
  })

  it('keeps a pending change over what is heard meanwhile', async () => {
    const { actions, shown } = slow()
    void actions.changeSettings('theme', { theme: 'dark' })
    actions.receiveSettings({ ...SETTINGS, maxConcurrent: 9 })
    expect(shown()).toMatchObject({ theme: 'dark', maxConcurrent: 9 })
  })
})
