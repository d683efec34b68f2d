// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, openWindow, press, row } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const open = async () => {
  return openWindow(sampleOverview(NOW, twelve(NOW)))
}

describe('the keys', () => {
  it('go to the screens, and leave the focus where it can be found', async () => {
    await open()
    row('acme-bot').focus()
    await press('5')
    expect(document.querySelector('h1')?.textContent).toBe('Settings')
    expect(document.activeElement?.textContent).toBe('Settings')
    await press('3')
    expect(document.querySelector('h1')?.textContent).toBe('Machines')
    await press('4')
    expect(document.querySelector('h1')?.textContent).toBe('History')
    await press('2')
    expect(document.querySelector('h1')?.textContent).toBe('Programs')
    await press('1')
    expect(document.querySelector('[role="grid"]')).toBeTruthy()
  })

  it('refresh and sign in the selected login, where that makes sense', async () => {
    const window = await open()
    await click(row('acme-bot'))
    await press('r', row('acme-bot'))
    expect(window.asked('profile:refresh')).toEqual([['acme-bot']])
    await click(row('anthropic-ops'))
    await press('r', row('anthropic-ops'))
    expect(window.asked('profile:refresh')).toHaveLength(1)
    await press('s', row('anthropic-ops'))
    expect(window.asked('login:start')).toEqual([[{ profileId: 'anthropic-ops' }]])
  })

  it('are letters while a person types, and nothing under a dialog', async () => {
    const window = await open()
    await press('/', document.body)
    for (const key of ['r', 's', '4', '?']) await press(key)
    expect(window.store.getState()).toMatchObject({ screen: 'logins', dialog: undefined })
    expect(window.asked('profile:refresh')).toEqual([])
    await click(button('Add a login'))
    await press('4', document.querySelector('dialog'))
    expect(window.store.getState().screen).toBe('logins')
  })

  it('list themselves after "?"', async () => {
    await open()
    await press('?', document.body)
    const dialog = document.querySelector('dialog')
    expect(dialog?.textContent).toContain('Keyboard shortcuts')
    expect(dialog?.querySelectorAll('kbd').length).toBeGreaterThan(14)
    await click(button('Close', dialog ?? document))
    expect(document.querySelector('dialog')).toBeNull()
  })
})
