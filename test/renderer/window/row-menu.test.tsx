// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { SETTINGS } from '../../../renderer/preview/sample-settings.ts'
import { button, click, meanwhile, openWindow, press, row } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const menu = () => document.querySelector<HTMLElement>('[role="menu"]')
const items = () => [...(menu()?.querySelectorAll('button') ?? [])].map((one) => one.textContent)
const openOn = (id: string) =>
  meanwhile(() => {
    row(id).dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 300, clientY: 200 }),
    )
  })

async function open() {
  return openWindow(sampleOverview(NOW, twelve(NOW)), [], { settings: SETTINGS })
}

describe('a right click on a login', () => {
  it('selects it and offers what can be done with it', async () => {
    const window = await open()
    await openOn('anthropic-ops')
    expect(window.store.getState().selectedId).toBe('anthropic-ops')
    expect(menu()?.getAttribute('aria-label')).toBe('ops@example.test')
    expect(items()).toEqual([
      'Sign in',
      'Show its history',
      'Mute notifications',
      'Rename…',
      'Ask me before a program uses it',
      'Sign out…',
    ])
    expect(document.activeElement?.textContent).toBe('Sign in')
    await click(button('Sign in', menu() as HTMLElement))
    expect(window.asked('login:start')).toEqual([[{ profileId: 'anthropic-ops' }]])
    expect(menu()).toBeNull()
  })

  it('offers another login its own', async () => {
    await open()
    await openOn('acme-bot')
    expect(items()).toEqual([
      'Sign in again',
      'Renew now',
      'Show its history',
      'Mute notifications',
      'Rename…',
      'Ask me before a program uses it',
      'Sign out…',
    ])
  })

  it('leads to the history of that login alone', async () => {
    const window = await open()
    await openOn('acme-bot')
    await click(button('Show its history', menu() as HTMLElement))
    expect(window.store.getState()).toMatchObject({ screen: 'history', historyProfile: 'acme-bot' })
    expect(document.querySelector('.only-this')?.textContent).toContain('build-bot')
  })

  it('goes at Escape and at a press elsewhere, and the row has the focus again', async () => {
    await open()
    await openOn('acme-bot')
    await press('Escape')
    expect(menu()).toBeNull()
    expect(document.activeElement).toBe(row('acme-bot'))
    await openOn('acme-bot')
    await meanwhile(() => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })))
    expect(menu()).toBeNull()
  })

  it('leaves everything else of the list to the system', async () => {
    await open()
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
    const heading = document.querySelector('.group-name')
    heading?.dispatchEvent(event)
    expect(heading).toBeTruthy()
    expect(event.defaultPrevented).toBe(false)
  })
})
