// @vitest-environment happy-dom
/** Adding a login in the window, from the search to the sign-in. */
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, meanwhile, openWindow, press, type } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const dialog = () => document.querySelector('.dialog-add') as HTMLElement
const search = () => dialog().querySelector('[role=combobox]') as HTMLInputElement
const named = (name: string) => dialog().querySelector(`[name="${name}"]`) as HTMLInputElement

async function openAdd() {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)))
  await click(button('Add a login'))
  await act(async () => undefined) // the catalogue has come
  return opened
}

async function openEntry(words: string) {
  const opened = await openAdd()
  await type(search(), words)
  const own = [...dialog().querySelectorAll('[role=group]')].find((one) =>
    one.textContent?.startsWith('You register a client'),
  )
  await click(own?.querySelector('[role=option]') as HTMLElement)
  return opened
}

describe('the search', () => {
  it('has the focus, walks with the arrow keys and chooses with Enter', async () => {
    await openAdd()
    expect(document.activeElement).toBe(search())
    const active = () =>
      document.getElementById(search().getAttribute('aria-activedescendant') ?? '')?.textContent
    expect(active()).toContain('Acme OIDC')
    await press('ArrowDown')
    expect(active()).toContain('Anthropic')
    await press('ArrowUp')
    await press('ArrowUp')
    expect(active()).toContain('Zoom') // round to the last one
    for (let at = 0; at < 6; at += 1) await press('ArrowDown')
    expect(active()).toContain('Any OAuth, OpenID Connect or MCP server')
    await press('ArrowDown')
    await press('Enter')
    expect(dialog().querySelector('h2')?.textContent).toBe('Add a key')
  })

  it('leads to the server whose address was typed', async () => {
    await openAdd()
    await type(search(), 'https://id.acme.example')
    await press('Enter')
    expect(field('Issuer').value).toBe('https://id.acme.example')
  })

  it('leads to whoever an MCP server trusts', async () => {
    const { asked } = await openAdd()
    await type(search(), 'https://mcp.acme.example/mcp')
    await press('Enter')
    await click(button('MCP server'))
    expect(field('MCP server').value).toBe('https://mcp.acme.example/mcp')
    await click(button('Continue to sign-in'))
    expect(asked('provider:add-mcp')).toEqual([['https://mcp.acme.example/mcp', undefined]])
    expect(asked('login:start')).toEqual([[{ providerId: 'mcp.acme.example' }]])
  })

  it('signs in at once where nothing is missing, and comes back when it is given up', async () => {
    const { asked } = await openAdd()
    await type(search(), 'copilot')
    await press('Enter')
    expect(asked('login:start')).toEqual([[{ providerId: 'github-copilot' }]])
    await click(button('Cancel'))
    expect(search().value).toBe('copilot')
  })
})

describe('a provider of the catalogue', () => {
  it('says what to register, with the exact address to copy and the page to open', async () => {
    const { asked } = await openEntry('slack')
    const text = dialog().textContent
    expect(text).toContain('Register a client at Slack (bot)')
    expect(dialog().querySelector('.register code')?.textContent).toBe('https://localhost:47813/callback')
    expect(text).toContain('you paste the address of that page here')
    await click(button(/^Copy/, dialog()))
    expect(asked('clipboard:write')).toEqual([['https://localhost:47813/callback']])
    await click(button('Open the page'))
    expect(asked('catalogue:open-page')).toEqual([['slack', { blanks: {} }]])
  })

  it('asks only for what is missing, and says at each field what is wrong', async () => {
    const { asked } = await openEntry('slack')
    await click(button('Sign in with the browser'))
    expect(document.activeElement).toBe(named('clientId'))
    expect(
      [...dialog().querySelectorAll('[aria-invalid=true]')].map((one) => one.getAttribute('name')),
    ).toEqual(['clientId', 'secret'])
    expect(named('secret').type).toBe('password')
    await type(named('clientId'), 'c1')
    await type(named('secret'), 's1')
    await click(button('Sign in with the browser'))
    const [[input, secret] = []] = asked('provider:add')
    expect(input).toMatchObject({ id: 'slack', clientId: 'c1', scopes: ['chat:write,channels:read'] })
    expect(JSON.stringify(input)).not.toContain('s1')
    expect(secret).toBe('s1')
    expect(asked('login:start')).toEqual([[{ providerId: 'slack' }]])
  })

  it('fills a blank in everywhere, and asks for it first', async () => {
    await openEntry('keycloak')
    expect(dialog().textContent).not.toContain('Open the page')
    await click(button('Sign in with the browser'))
    expect(document.activeElement).toBe(named('blanks.host'))
    await type(named('blanks.host'), 'id.acme.example')
    expect(dialog().querySelector('.register-page')?.textContent).toBe('id.acme.example/clients')
    expect(button('With a code', dialog())).toBeTruthy()
  })

  it('signs in with a code where there is one', async () => {
    const { asked } = await openEntry('google')
    await type(named('clientId'), 'c1')
    await click(button('With a code'))
    expect(asked('login:start')).toEqual([[{ providerId: 'google', method: 'device' }]])
    expect(asked('provider:add')[0]?.[1]).toBeUndefined() // without a secret
  })

  it('keeps what the entry has, but for what was changed under More', async () => {
    const { asked } = await openEntry('google')
    await type(named('clientId'), 'c1')
    await click(dialog().querySelector('.client > summary') as HTMLElement)
    await act(async () => {
      const more = dialog().querySelector('.client') as HTMLDetailsElement
      more.open = true
      more.dispatchEvent(new Event('toggle'))
    })
    await type(named('redirectPort'), 'x')
    await click(button('Sign in with the browser'))
    expect(document.activeElement).toBe(named('redirectPort'))
    await type(named('redirectPort'), '47813')
    expect(dialog().querySelector('.register code')?.textContent).toBe('http://127.0.0.1:47813/callback')
    await click(button('Sign in with the browser'))
    expect(asked('provider:add')[0]?.[0]).toMatchObject({
      redirect: { host: '127.0.0.1', port: 47813, path: '/callback' },
      authorizationParams: { access_type: 'offline', prompt: 'consent' },
    })
  })

  it('shows a fault of the core at the field that it names', async () => {
    const { bridge } = await openEntry('google')
    bridge.refuse('provider:add', { code: 'CONFIG_INVALID', message: 'The scopes are odd.', field: 'scopes' })
    await type(named('clientId'), 'c1')
    await click(button('Sign in with the browser'))
    expect(document.activeElement).toBe(named('scopes'))
    expect(named('scopes').getAttribute('aria-invalid')).toBe('true')
    expect(dialog().textContent).toContain('The scopes are odd.')
  })

  it('has everything that was typed there again when the sign-in came to nothing', async () => {
    const { bridge } = await openEntry('google')
    await type(named('clientId'), 'wrong')
    await click(button('Sign in with the browser'))
    const failure = { code: 'CLIENT_REJECTED', message: 'Google refused Lamplighter’s client id.' }
    await meanwhile(() => bridge.step('login-1', { kind: 'failed', failure }))
    const top = [...document.querySelectorAll('dialog')].at(-1)
    await click(button('Close', top?.querySelector('.dialog-foot') ?? document))
    expect(named('clientId').value).toBe('wrong')
  })
})

describe('a key', () => {
  it('goes into the vault, and a sentence says so', async () => {
    const { asked, store } = await openAdd()
    await type(search(), 'api key')
    await press('Enter')
    await click(button('Keep it'))
    expect(document.activeElement).toBe(named('provider'))
    await type(named('provider'), 'openai')
    await type(named('name'), 'ci')
    await type(named('key'), 'sk-1')
    await click(button('Keep it'))
    expect(asked('key:add')).toEqual([[{ id: 'openai:ci', kind: 'api-key' }, 'sk-1']])
    expect(store.getState()).toMatchObject({ dialog: undefined, selectedId: 'openai:ci' })
    expect(document.querySelector('.toast')?.textContent).toContain('openai:ci is in the vault.')
  })
})
