// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { FULL_SETTINGS, SETTINGS } from '../../../renderer/preview/sample-settings.ts'
import { button, click, field, leave, meanwhile, openWindow, press, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const FULL_DISK = {
  code: 'STORE_UNWRITABLE',
  message: 'config.json could not be written: the disk is full.',
  detail: 'ENOSPC',
}
async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button('Settings'))
  return opened
}

const changes = (window: Awaited<ReturnType<typeof open>>) =>
  window.bridge.asked.filter(({ name }) => name === 'settings:set').map(({ args }) => args[0])

describe('the settings screen', () => {
  it('shows what is set', async () => {
    await open({ settings: FULL_SETTINGS })
    expect(field('Renew this long before a token expires').value).toBe('15')
    expect(field('Renewals at once, per provider').value).toBe('4')
    expect([...document.querySelectorAll('.token')].map((one) => one.textContent)).toEqual([
      '7 d',
      '24 h',
      '1 h',
    ])
    expect(field('From').value).toBe('22:00')
    expect(field('Start when you log in').checked).toBe(true)
    expect(document.querySelector('.muted-list')?.textContent).toContain('ops@example.test')
    expect(document.querySelector('.muted-list')?.textContent).toContain('not on this machine any more')
  })

  it('installs the command, and says where it is or why not', async () => {
    const window = await open()
    window.bridge.refuse('command:install', FULL_DISK)
    await click(button('Install the command'))
    expect(document.querySelector('main')?.textContent).toContain(FULL_DISK.message)
    await click(button('Install the command'))
    expect(document.querySelector('main')?.textContent).toContain(
      'It is at /home/ada/.local/bin/lamplighter.',
    )
    expect(document.querySelector('main')?.textContent).not.toContain(FULL_DISK.message)
  })

  it('applies the lead when the field is left, and takes it away when it is empty', async () => {
    const window = await open()
    const lead = field('Renew this long before a token expires')
    await type(lead, '20')
    expect(changes(window)).toEqual([])
    await leave(lead)
    await type(lead, '')
    await press('Enter', lead)
    expect(changes(window)).toEqual([{ leadSeconds: 1200 }, { leadSeconds: null }])
  })

  it('says in a sentence what is expected, and asks for nothing until it is right', async () => {
    const window = await open()
    const lead = field('Renew this long before a token expires')
    await type(lead, 'soon')
    await leave(lead)
    expect(lead.getAttribute('aria-invalid')).toBe('true')
    const note = document.getElementById(lead.getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toBe('Give it in minutes, such as 10, or leave it empty.')
    expect(changes(window)).toEqual([])
    await press('Escape', lead)
    expect(lead.value).toBe('')
    expect(lead.getAttribute('aria-invalid')).toBe('false')
  })

  it('steps the pacing by button and by key, within its limits', async () => {
    const window = await open({ settings: { ...SETTINGS, maxConcurrent: 63 } })
    await click(button('One more'))
    await click(button('One more'))
    await press('ArrowDown', field('Renewals at once, per provider'))
    expect(changes(window)).toEqual([{ maxConcurrent: 64 }, { maxConcurrent: 63 }])
    expect(field('Renewals at once, per provider').value).toBe('63')
  })

  it('adds and removes warnings, the longest first', async () => {
    const window = await open()
    const add = field('Add a warning, in hours')
    await type(add, '3 d')
    await press('Enter', add)
    await click(button('Do not warn 24 h before'))
    expect(changes(window)).toEqual([
      { notifications: { grantEndsHours: [72, 24, 1] } },
      { notifications: { grantEndsHours: [72, 1] } },
    ])
    expect(document.activeElement).toBe(add)
    await type(add, '1')
    await press('Enter', add)
    expect(document.body.textContent).toContain('1 h is set already.')
  })

  it('switches quiet hours on and off, and changes their ends', async () => {
    const window = await open()
    expect(field('From').matches('fieldset:disabled input')).toBe(true)
    await click(field('Quiet hours'))
    await type(field('From'), '2130')
    await leave(field('From'))
    await click(field('Quiet hours'))
    expect(
      changes(window).map((change) => (change as typeof window & { notifications: unknown }).notifications),
    ).toEqual([
      { quietHours: { from: '22:00', to: '07:00' } },
      { quietHours: { from: '21:30', to: '07:00' } },
      { quietHours: null },
    ])
  })

  it('unmutes two logins before it was answered, and has the last one muted again by Undo', async () => {
    const { store } = await open({ settings: FULL_SETTINGS })
    const muted = () => store.getState().settings?.notifications.mutedProfiles ?? []
    const before = muted()
    const buttons = [...document.querySelectorAll<HTMLElement>('.muted-list button')]
    await act(async () => {
      buttons[0]?.click()
      buttons[1]?.click()
    })
    expect(muted()).toEqual(before.slice(2))
    await click(button('Undo'))
    expect([...muted()].sort()).toEqual([...before.slice(1)].sort())
  })

  it('unmutes a login, and leaves the focus on the next one', async () => {
    const window = await open({ settings: FULL_SETTINGS })
    button('Unmute ops@example.test').focus()
    await click(button('Unmute ops@example.test'))
    expect(changes(window)).toEqual([{ notifications: { mutedProfiles: ['xai-ada', 'gone-since'] } }])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Unmute ada@example.test')
  })

  it('takes a refused change back and says why beside its control', async () => {
    const window = await open()
    window.bridge.refuse('settings:set', FULL_DISK)
    const startup = field('Start when you log in')
    await click(startup)
    expect(startup.checked).toBe(true)
    const row = startup.closest('.setting')
    expect(row?.querySelector('.setting-refused')?.textContent).toContain('the disk is full')
    expect(document.querySelectorAll('.setting-refused')).toHaveLength(1)
    expect(document.querySelector('[role="status"]')?.textContent).toBe(FULL_DISK.message)
    await click(startup)
    expect(document.querySelector('.setting-refused')).toBeNull()
  })

  it('follows changes that were made elsewhere', async () => {
    const window = await open()
    await meanwhile(() => window.bridge.emit('settings', { ...SETTINGS, theme: 'dark' }))
    expect(document.querySelector<HTMLInputElement>('input[value="dark"]')?.checked).toBe(true)
  })

  it('shows where things are kept, and says beside a place when it cannot be shown', async () => {
    const window = await open()
    expect(document.body.textContent).toContain('Sealed with a key in the keychain')
    await click(button('Show Vault in the file manager'))
    expect(window.bridge.asked.at(-1)).toEqual({
      name: 'path:reveal',
      args: ['/home/ada/.local/share/lamplighter/vault.json'],
    })
    window.bridge.refuse('path:reveal', { code: 'INTERNAL', message: 'There is no file manager.' })
    await click(button('Show History in the file manager'))
    const path = button('Show History in the file manager').closest('.setting')
    expect(path?.textContent).toContain('There is no file manager.')
  })

  it('says when the settings cannot be read, and reads them again', async () => {
    const opened = await openWindow(sampleOverview(NOW, twelve(NOW)))
    opened.bridge.refuse('settings:get', {
      code: 'CONFIG_INVALID',
      message: 'config.json is not valid JSON.',
    })
    await click(button('Settings'))
    expect(document.body.textContent).toContain('config.json is not valid JSON.')
    await click(button('Read them again'))
    expect(document.body.textContent).not.toContain('config.json is not valid JSON.')
  })

  it('lists versions and licences', async () => {
    await open()
    expect(document.querySelector('.about')?.textContent).toContain('Lamplighter 0.1.0')
    expect(document.querySelectorAll('.licence-list li')).toHaveLength(11)
    expect(document.querySelector('.licences')?.textContent).toContain('11 libraries')
  })
})

describe('the support bundle', () => {
  it('is read before it is saved or copied', async () => {
    const window = await open()
    await click(button('Preview…'))
    const dialog = document.querySelector('dialog') as HTMLElement
    expect(dialog.textContent).toContain('no token, code or key is in this text')
    expect(window.bridge.asked.some(({ name }) => name === 'support:save')).toBe(false)
    await click(button('Save…', dialog))
    expect(dialog.textContent).toContain('Saved as /home/ada/lamplighter-support.txt')
    window.bridge.refuse('support:save', FULL_DISK)
    await click(button('Save…', dialog))
    expect(dialog.textContent).toContain('the disk is full')
  })

  it('says when it could not be made', async () => {
    const window = await open()
    window.bridge.refuse('support:preview', { code: 'INTERNAL', message: 'The history cannot be read.' })
    await click(button('Preview…'))
    expect(document.querySelector('dialog')?.textContent).toContain('The history cannot be read.')
    expect(button('Save…').getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the search over the settings', () => {
  const rows = () => [...document.querySelectorAll('.setting-title')].map((one) => one.textContent)

  it('leaves the rows that say what was typed, by other words for them, too', async () => {
    await open({ settings: FULL_SETTINGS })
    const search = document.querySelector('input[type="search"]') as HTMLInputElement
    await type(search, 'theme')
    expect(rows()).toEqual(['Appearance'])
    await type(search, 'quiet HOURS')
    expect(rows()).toEqual(['Quiet hours'])
    await type(search, 'notif')
    expect(rows()).toEqual(['Warn before a login ends', 'Quiet hours', 'Muted logins'])
    await type(search, 'zzz')
    expect(rows()).toEqual([])
    await click(button('Show all'))
    expect(rows().length).toBeGreaterThan(12)
  })

  it('is what the search key reaches', async () => {
    await open()
    await press('/', document.body)
    expect(document.activeElement).toBe(document.querySelector('input[type="search"]'))
  })

  const hooked = { ...SETTINGS, hooks: [{ event: 'needs-login', program: '/usr/local/bin/tell-me' }] }
  const part = () => document.querySelector('[data-part="Hooks"]') as HTMLElement

  it('says which command runs when, and tries it', async () => {
    const { asked } = await open({ settings: hooked })
    expect(part().textContent).toContain('When a login needs you/usr/local/bin/tell-me')
    await click(button('Try: When a login needs you'))
    expect(asked('hook:try')).toEqual([['needs-login']])
    expect(part().textContent).toContain('It ran, and ended well.')
    expect(part().textContent).toContain('told #ops')
  })

  it('removes a hook, and has it back by Undo', async () => {
    const { asked } = await open({ settings: hooked })
    await click(button('Remove: When a login needs you'))
    expect(part().textContent).not.toContain('tell-me')
    await click(button('Undo'))
    expect(part().textContent).toContain('tell-me')
    expect(asked('hook:undo')).toEqual([['needs-login']])
  })

  it('adds a hook, its arguments one on each line', async () => {
    const { asked } = await open()
    await click(button('Add a command: When it is back'))
    const dialog = document.querySelector('dialog') as HTMLElement
    await click(button('Let it run…', dialog))
    expect(asked('hook:set')).toEqual([])
    expect(field('Program').getAttribute('aria-invalid')).toBe('true')
    await type(field('Program'), ' /usr/bin/logger ')
    const lines = dialog.querySelector('textarea') as HTMLTextAreaElement
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
        lines,
        '-t\nall is well\n',
      )
      lines.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await click(button('Let it run…', dialog))
    expect(asked('hook:set')).toEqual([['recovered', ['/usr/bin/logger', '-t', 'all is well']]])
    expect(document.querySelector('dialog')).toBeNull()
    expect(part().textContent).toContain('/usr/bin/logger')
  })

  it('leaves the dialog where the system was told no, and where it could not be written', async () => {
    const { bridge } = await open()
    await click(button('Add a command: When it is back'))
    await type(field('Program'), '/usr/bin/logger')
    bridge.refuse('hook:set', { code: 'STORE_UNWRITABLE', message: 'config.json cannot be written.' })
    await click(button('Let it run…', document.querySelector('dialog') as HTMLElement))
    expect(document.querySelector('dialog')?.textContent).toContain('config.json cannot be written.')
  })

  it('changes a provider that a person added, and has it back by Undo', async () => {
    const { asked } = await open()
    await click(button('Change Acme OIDC'))
    const dialog = () => document.querySelector('dialog')
    expect(field('Issuer').value).toBe('https://login.acme.example')
    await type(field('Issuer'), 'ftp://acme')
    await click(button('Save', dialog() as HTMLElement))
    expect(field('Issuer').getAttribute('aria-invalid')).toBe('true')
    await type(field('Issuer'), 'https://login.acme.example')
    await type(field('Client id'), ' lamplighter-2 ')
    await type(field('Scopes'), '')
    await click(button('Save', dialog() as HTMLElement))
    expect(dialog()).toBeNull()
    await click(button('Undo'))
    const acme = { id: 'acme', name: 'Acme OIDC', issuer: 'https://login.acme.example' }
    expect(asked('provider:change')).toEqual([
      [{ ...acme, clientId: 'lamplighter-2' }],
      [{ ...acme, clientId: 'lamplighter', scopes: ['openid', 'offline_access'] }],
    ])
  })

  it('says at its field why a provider was not changed', async () => {
    const { bridge } = await open()
    await click(button('Change Acme OIDC'))
    const fault = { code: 'PROVIDER_UNREACHABLE', message: 'It did not answer.', field: 'issuer' }
    bridge.refuse('provider:change', fault)
    await click(button('Save', document.querySelector('dialog') as HTMLElement))
    expect(field('Issuer').getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector('dialog')?.textContent).toContain('It did not answer.')
  })
})
