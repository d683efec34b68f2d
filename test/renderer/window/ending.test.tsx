// @vitest-environment happy-dom
/** Renaming a login, and being rid of it, from its details. */
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, openWindow, press, row, type } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const dialog = () => document.querySelector('dialog') as HTMLElement
const menu = () => [...document.querySelectorAll('[role=menuitem]')].map((one) => one.textContent)

async function open(profileId: string) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)))
  await click(row(profileId))
  return opened
}

async function choose(label: string): Promise<void> {
  await click(button(/^More for/))
  await click(button(label, document.querySelector('[role=menu]') ?? document))
  await act(async () => undefined)
}

describe('the menu of the details', () => {
  it('offers what can be done with that login, and nothing else', async () => {
    await open('anthropic-ops')
    await click(button(/^More for/))
    expect(menu()).toEqual(['Rename…', 'Ask me before a program uses it', 'Sign out…'])
    await press('Escape')
    await click(row('minimax-key'))
    await click(button(/^More for/))
    expect(menu()).toEqual([
      'Rename…',
      'Ask me before a program uses it',
      'Put in a new key…',
      'Delete the copy here…',
    ])
    await press('Escape')
    await click(row('copilot-ada'))
    await click(button(/^More for/))
    expect(menu()).toEqual(['Rename…', 'Ask me before a program uses it'])
  })
})

describe('renaming', () => {
  it('gives a name, and takes it away again', async () => {
    const { asked } = await open('anthropic-ops')
    await choose('Rename…')
    expect(document.activeElement).toBe(field('Name'))
    await type(field('Name'), ' ops ')
    await click(button('Save'))
    expect(dialog()).toBeNull()
    expect(row('anthropic-ops').textContent).toContain('ops')
    await choose('Rename…')
    await type(field('Name'), '')
    await click(button('Save'))
    expect(asked('profile:rename')).toEqual([
      ['anthropic-ops', 'ops'],
      ['anthropic-ops', undefined],
    ])
  })

  it('says at the name that another login has it', async () => {
    const { bridge } = await open('anthropic-ops')
    await choose('Rename…')
    bridge.refuse('profile:rename', { code: 'ARGUMENT_INVALID', message: 'x is called so.', field: 'name' })
    await click(button('Save'))
    expect(field('Name').getAttribute('aria-invalid')).toBe('true')
    expect(dialog().textContent).toContain('x is called so.')
  })
})

describe('signing out', () => {
  it('says first what goes dark: files, programs and machines', async () => {
    const { asked } = await open('anthropic-ops')
    await choose('Sign out…')
    expect(asked('profile:sign-out-plan')).toEqual([['anthropic-ops']])
    expect(asked('profile:sign-out')).toEqual([])
    for (const words of ['/agents/main/agent/auth-profiles.json', 'my-agent', 'T440', 'for everybody']) {
      expect(dialog().textContent).toContain(words)
    }
    await click(button('Sign out'))
    expect(asked('profile:sign-out')).toEqual([['anthropic-ops']])
    expect(document.querySelector('[data-row="anthropic-ops"]')).toBeNull()
    expect(document.querySelector('.toast')?.textContent).toContain('Anthropic has ended the login')
    expect(document.querySelector('.toast')?.textContent).not.toContain('Undo') // it has ended
  })

  it('keeps the dialog, and the login, where the provider did not end it', async () => {
    const { bridge } = await open('anthropic-ops')
    await choose('Sign out…')
    bridge.refuse('profile:sign-out', { code: 'PROVIDER_UNREACHABLE', message: 'Anthropic did not answer.' })
    await click(button('Sign out'))
    expect(dialog().textContent).toContain('Anthropic did not answer.')
    expect(row('anthropic-ops')).toBeTruthy()
    await click(button('Keep it'))
    expect(dialog()).toBeNull()
  })

  it('cannot be pressed before it is known what goes dark', async () => {
    const { bridge, actions, asked } = await open('anthropic-ops')
    bridge.refuse('profile:sign-out-plan', { code: 'PROVIDER_UNREACHABLE', message: 'No answer.' })
    await act(async () => actions.openSignOut('anthropic-ops'))
    await click(button('Sign out'))
    expect(dialog().textContent).toContain('No answer.')
    expect(asked('profile:sign-out')).toEqual([])
  })
})

describe('a key of ours', () => {
  it('is deleted after a question', async () => {
    const { asked } = await open('minimax-key')
    await choose('Delete the copy here…')
    expect(asked('profile:forget')).toEqual([])
    await click(button('Delete'))
    expect(asked('profile:forget')).toEqual([['minimax-key']])
    expect(document.querySelector('[data-row="minimax-key"]')).toBeNull()
  })

  it('is there again, and looked at, when that is undone', async () => {
    const { asked, store } = await open('minimax-key')
    await choose('Delete the copy here…')
    await click(button('Delete'))
    await click(button('Undo'))
    expect(asked('profile:take-back')).toEqual([['minimax-key']])
    expect(row('minimax-key')).toBeTruthy()
    expect(store.getState().selectedId).toBe('minimax-key')
    expect(document.querySelector('.toast')).toBeNull()
  })

  it('says why it cannot be had back', async () => {
    const { bridge } = await open('minimax-key')
    await choose('Delete the copy here…')
    await click(button('Delete'))
    bridge.refuse('profile:take-back', { code: 'STORE_CHANGED', message: 'There is another login by now.' })
    await click(button('Undo'))
    expect(document.body.textContent).toContain('There is another login by now.')
  })

  it('gives way to a new one, with a day on which that ends', async () => {
    const { asked } = await open('minimax-key')
    await choose('Put in a new key…')
    const key = field('New key')
    expect(document.activeElement).toBe(key)
    expect(key.type).toBe('password')
    await click(button('Put it in'))
    expect(dialog().textContent).toContain('Paste the new key.')
    await type(key, 'sk-2')
    await type(field('Ends on'), '2026-01-01')
    await click(button('Put it in'))
    expect(dialog().textContent).toContain('A day that is still to come.')
    await type(field('Ends on'), '2026-12-31')
    await click(button('Put it in'))
    expect(asked('key:replace')).toEqual([['minimax-key', 'sk-2', Date.UTC(2026, 11, 31)]])
    expect(document.querySelector('.toast')?.textContent).toContain('The new key is in the vault.')
  })

  it('counts down to its rotation, in the row and in the details', async () => {
    await open('minimax-key')
    expect(row('minimax-key').textContent).toMatch(/new key in 1[12] d/)
    expect(document.querySelector('.detail')?.textContent).toMatch(/In 1[12] d.*, by you/)
  })
})
