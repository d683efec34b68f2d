// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { SETTINGS } from '../../../renderer/preview/sample-settings.ts'
import { button, click, meanwhile, openWindow, press } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const FIRST = { settings: { ...SETTINGS, welcomed: false } }
async function open(profiles = twelve(NOW)) {
  return openWindow(sampleOverview(NOW, profiles), [], FIRST)
}

describe('the first look', () => {
  it('says what was found and where, and what will become of it', async () => {
    await open()
    expect(document.querySelector('h1')?.textContent).toBe('Lamplighter found 12 logins')
    expect(document.body.textContent).toContain('15 agents, 8 logins')
    expect(document.querySelectorAll('.found dd')).toHaveLength(12)
    expect(document.body.textContent).toContain('Renew a login that another program owns.')
    expect(document.querySelector('[role="grid"]')).toBeNull()
  })

  it('has a switch for each program whose logins it could keep alive, and says who renews the others', async () => {
    const window = await open()
    const rows = [...document.querySelectorAll('.setting')]
    const rowOf = (name: string) => rows.find((row) => row.textContent?.startsWith(name))
    const switchOf = (name: string) => rowOf(name)?.querySelector<HTMLInputElement>('[role="switch"]')
    expect(switchOf('OpenClaw: 8 logins')?.checked).toBe(true)
    expect(switchOf('Claude Code: 1 login')?.checked).toBe(false)
    expect(rowOf('Claude Code')?.textContent).toContain('it is your choice')
    expect(switchOf('GitHub CLI')).toBeFalsy()
    expect(rowOf('GitHub CLI')?.textContent).toContain('was not found on this machine')
    expect(rowOf('Grok')).toBeUndefined()
    await click(switchOf('OpenClaw') as HTMLElement)
    expect(window.bridge.asked).toContainEqual({
      name: 'settings:set',
      args: [{ programs: { openclaw: false } }],
    })
    expect(switchOf('OpenClaw')?.checked).toBe(false)
  })

  it('leads to the logins with one button', async () => {
    const window = await open()
    await click(button('Begin'))
    expect(window.bridge.asked).toContainEqual({ name: 'settings:set', args: [{ welcomed: true }] })
    expect(document.querySelector('[role="grid"]')).toBeTruthy()
  })

  it('stays, and says why, when that cannot be remembered', async () => {
    const window = await open()
    window.bridge.refuse('settings:set', { code: 'STORE_UNWRITABLE', message: 'The disk is full.' })
    await click(button('Begin'))
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('The disk is full.')
    expect(button('Begin')).toBeTruthy()
  })

  it('offers a login where nothing was found, and shows it once it is there', async () => {
    const window = await open([])
    expect(document.querySelector('h1')?.textContent).toBe('No logins here yet')
    expect(document.body.textContent).toContain('/home/ada/.openclaw/agents')
    await click(button('See the demo'))
    expect(window.asked('demo:show')).toEqual([[]])
    await click(button('Add a login'))
    expect(document.querySelector('dialog')?.textContent).toContain('Ready to sign in')
    await meanwhile(() => window.bridge.setOverview({ ...sampleOverview(NOW, crowd(NOW, 1)), atMs: NOW + 1 }))
    expect(document.querySelector('h1')?.textContent).toBe('Lamplighter found 1 login')
  })

  it('lets the person look at the settings first, and comes back', async () => {
    await open()
    await click(button('Settings'))
    expect(document.querySelector('h1')?.textContent).toBe('Settings')
    await click(button(/^Logins/))
    expect(button('Begin')).toBeTruthy()
  })

  it('takes no key for a list that is not there', async () => {
    const window = await open()
    await press('s', document.body)
    await press('r', document.body)
    expect(window.bridge.asked.some(({ name }) => name === 'login:start' || name === 'profile:refresh')).toBe(
      false,
    )
  })
})
