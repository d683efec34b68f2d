// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { openWindow, press, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const field = () => document.querySelector<HTMLInputElement>('.palette input') as HTMLInputElement
const items = () => [...document.querySelectorAll('.palette-item')].map((one) => one.textContent)
const chord = (key: string, over: object = { ctrlKey: true }) =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over })
    document.body.dispatchEvent(event)
  })

async function open() {
  const window = await openWindow(sampleOverview(NOW, twelve(NOW)))
  await chord('k')
  return window
}

describe('the command palette', () => {
  it('offers every action with its key, those of the selected login first', async () => {
    await open()
    expect(items()[0]).toBe('Sign inops@example.test, AnthropicS')
    for (const action of [
      'Add a login',
      'Renew all that is due',
      'Pause until resumed',
      'Settings',
      'Support bundle…',
    ]) {
      expect(items().some((one) => one?.startsWith(action))).toBe(true)
    }
    expect(items()).toContain('HistoryGo to4')
  })

  it('does what a few letters and Enter say', async () => {
    const window = await open()
    await type(field(), 'pause resumed')
    expect(items()).toHaveLength(1)
    await press('Enter', field())
    expect(window.asked('schedule:pause')).toEqual([[]])
    expect(document.querySelector('.palette')).toBeNull()
    await chord('k')
    expect(items().some((one) => one?.startsWith('Resume renewing'))).toBe(true)
  })

  it('finds logins, by arrow and Enter', async () => {
    const window = await open()
    await type(field(), 'build-bot')
    await press('ArrowDown', field())
    await press('Enter', field())
    expect(window.store.getState().selectedId).toBe('acme-bot')
    await chord('k')
    await type(field(), 'nobody-of-that-name')
    expect(document.querySelector('.palette-none')?.textContent).toContain('Nothing matches')
    await press('Enter', field())
    expect(document.querySelector('.palette')).toBeTruthy()
  })

  it('says which one Enter would take', async () => {
    await open()
    await press('ArrowUp', field())
    const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '')
    expect(active?.getAttribute('aria-selected')).toBe('true')
    expect(active?.textContent).toContain('Keyboard shortcuts')
  })
})

describe('keys with Ctrl or Cmd', () => {
  it('search and go to the settings, even while text is typed, and nothing under a dialog', async () => {
    const window = await openWindow(sampleOverview(NOW, twelve(NOW)))
    await chord('f', { metaKey: true })
    expect((document.activeElement as HTMLInputElement).type).toBe('search')
    await chord(',')
    expect(window.store.getState().screen).toBe('settings')
    await chord('k')
    await chord(',')
    expect(window.store.getState().dialog).toEqual({ kind: 'palette' })
  })
})
