// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MINUTE, SECOND } from '../../../renderer/format/time.ts'
import { crowd, sampleHistory } from '../../../renderer/preview/sample-crowd.ts'
import { REVOKED, sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, meanwhile, openWindow, option, press, row, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const open = async (...args: Parameters<typeof openWindow>) => {
  return openWindow(...args)
}
afterEach(() => vi.restoreAllMocks())

describe('a narrow window', () => {
  it('leaves the sidebar in reach when a refresh is refused while another screen is shown', async () => {
    const narrow = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
    vi.spyOn(globalThis, 'matchMedia').mockReturnValue(narrow as unknown as MediaQueryList)
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    window.bridge.refuse('profile:refresh', REVOKED)
    await click(button('History'))
    await meanwhile(() => void window.actions.refresh('codex-ada'))
    expect(document.querySelector('.sidebar')?.hasAttribute('inert')).toBe(false)
  })
})

describe('the form for another provider', () => {
  it('goes to the first field that is wrong, as they stand on the screen', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Add a login'))
    await click(option(/^Any OAuth/))
    await click(button('Endpoints'))
    await click(button('Continue to sign-in'))
    expect((document.activeElement as HTMLInputElement).name).toBe('authorizationEndpoint')
  })
})

describe('the logins screen', () => {
  it('shows each login with its state in words and the time left', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    expect(document.querySelector('h1')?.textContent).toBe('One login needs you')
    expect(row('codex-ada').textContent).toContain('OpenClaw · 15 agents')
    expect(row('codex-ada').textContent).toMatch(/12 minrenews \d\d:\d\d/)
    expect(row('anthropic-ops').textContent).toMatch(/needs you.*Expired/)
    expect(row('anthropic-ops').textContent).toContain('3 agents stopped')
    expect(button('Sign in: ops@example.test', row('anthropic-ops'))).toBeTruthy()
  })

  it('counts down, and stands still while nobody can see it', async () => {
    const soon = sampleProfile(NOW, { accessExpiresAtMs: NOW + 4 * MINUTE + 10 * SECOND })
    const window = await open(sampleOverview(NOW, [soon]))
    expect(row('p1').textContent).toContain('4 min')
    expect(row('p1').textContent).not.toContain('10 s')
    await window.pass(3 * MINUTE + 20 * SECOND)
    expect(row('p1').textContent).toContain('50 s')
    await window.hide(true)
    await window.pass(30 * SECOND)
    expect(row('p1').textContent).toContain('50 s')
    await window.hide(false)
    expect(row('p1').textContent).toContain('20 s')
  })

  it('says expired when the time is up, never zero', async () => {
    const window = await open(
      sampleOverview(NOW, [sampleProfile(NOW, { accessExpiresAtMs: NOW + 2 * SECOND })]),
    )
    await window.pass(2 * SECOND)
    expect(row('p1').textContent).toContain('Expired')
    expect(row('p1').textContent).toContain('just now')
  })

  it('says how many consumers wait, and how many are let in at a time', async () => {
    const overview = sampleOverview(NOW, [sampleProfile(NOW)])
    const window = await open(overview)
    const summary = document.querySelector('.band')
    expect(summary?.textContent).not.toContain('waiting')
    const queue = ['agent-1', 'agent-2'].map((askedBy, at) => ({
      profileId: 'p1',
      providerId: 'acme',
      askedBy,
      sinceMs: NOW,
      position: at + 1,
    }))
    await meanwhile(() => window.bridge.setOverview({ ...overview, queue, atMs: NOW + 1 }))
    expect(summary?.textContent).toContain('2 waiting, 4 at a time')
    expect(summary?.querySelector('[title="agent-1, agent-2"]')).toBeTruthy()
    await meanwhile(() => window.bridge.setOverview({ ...overview, atMs: NOW + 2 }))
    expect(summary?.textContent).not.toContain('waiting')
  })

  it('announces a state that needs a person, and never a tick', async () => {
    const window = await open(
      sampleOverview(NOW, [sampleProfile(NOW, { accessExpiresAtMs: NOW + 5 * MINUTE })]),
    )
    const status = document.querySelector('[role="status"]')
    await window.pass(5 * SECOND)
    expect(status?.textContent).toBe('')
    const failed = sampleProfile(NOW, { status: { kind: 'needs-login', failure: REVOKED } })
    await meanwhile(() => window.bridge.setOverview({ ...sampleOverview(NOW, [failed]), atMs: NOW + 1 }))
    expect(status?.textContent).toBe('OpenAI Codex, ada@example.test: needs you.')
    for (const live of document.querySelectorAll('[aria-live]')) {
      expect(live.querySelector('.time-main')).toBeNull()
    }
  })

  it('refreshes by button', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await window.pass(SECOND)
    await click(button('Renew: build-bot'))
    expect(window.bridge.asked).toContainEqual({ name: 'profile:refresh', args: ['acme-bot'] })
    expect(row('acme-bot').textContent).toContain('8 h')
  })

  it('draws a screenful of two thousand, and reaches the last one by key', async () => {
    const window = await open(sampleOverview(NOW, crowd(NOW, 2000)))
    expect(document.querySelectorAll('[data-row]').length).toBeLessThan(60)
    row(window.store.getState().selectedId ?? '').focus()
    await press('End')
    expect(document.activeElement?.getAttribute('data-row')).toBe(window.store.getState().selectedId)
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe(
      document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount'),
    )
  })

  it('finds by typing after "/", and says when nothing matches', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    await press('/', document.body)
    const search = document.activeElement as HTMLInputElement
    expect(search.type).toBe('search')
    await type(search, 'build')
    expect(document.querySelectorAll('[data-row]').length).toBe(1)
    await type(search, 'nobody')
    expect(document.querySelector('.nothing')?.textContent).toContain('No login matches “nobody”.')
    await click(button('Show all 12'))
    expect(row('acme-bot')).toBeTruthy()
  })

  it('goes from row to action and back by arrow, and to the detail by Enter', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    row('anthropic-ops').focus()
    await press('ArrowRight')
    expect(document.activeElement?.textContent).toBe('Sign in')
    await press('ArrowLeft')
    expect(document.activeElement).toBe(row('anthropic-ops'))
    await press('ArrowDown')
    expect(window.store.getState().selectedId).toBe('chutes-ada')
    await press('Enter')
    expect(document.activeElement?.tagName).toBe('H2')
  })

  it('has one row, and one action of it, in the Tab order', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    const grid = document.querySelector('[role="grid"]')
    expect(grid?.querySelectorAll('[role="row"][tabindex="0"]')).toHaveLength(1)
    expect(grid?.querySelectorAll('button[tabindex="0"]')).toHaveLength(1)
  })
})

describe('a pause', () => {
  it('is told, promises nothing, and ends with one click', async () => {
    const overview = sampleOverview(NOW, twelve(NOW))
    const window = await open({ ...overview, scheduler: { running: true, paused: {} } })
    expect(document.querySelector('.sidebar-foot')?.textContent).toContain('Renewing is paused.')
    expect(document.querySelector('.band h1')?.textContent).toBe('Renewing is paused')
    expect(row('chutes-ada').textContent).toContain('paused')
    expect(row('codex-ada').textContent).not.toContain('renews')
    await window.pass(SECOND)
    await click(button('Resume', document.querySelector('.band') ?? document))
    expect(row('codex-ada').textContent).toMatch(/renews/)
  })
})

describe('the detail', () => {
  it('says who does what next, with the technical text behind it', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    const detail = document.querySelector('.detail')
    expect(detail?.textContent).toContain('Sign in to bring 3 agents back.')
    expect(detail?.querySelector('details pre')?.textContent).toContain('invalid_grant')
    expect(detail?.querySelector('details')?.hasAttribute('open')).toBe(false)
    await click(button(/Copy detail/, detail ?? document))
    expect(window.bridge.asked.at(-1)).toMatchObject({ name: 'clipboard:write' })
    expect(String(window.bridge.asked.at(-1)?.args[0])).toMatch(/^Anthropic has ended this login\.\nHTTP 400/)
  })

  it('puts the file that differs first, and folds the rest', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('codex-ada'))
    const held = document.querySelector('.holders')
    expect(held?.children[0]?.textContent).toContain('billing')
    expect(held?.children[0]?.textContent).toContain('Differs from the newest copy')
    expect(held?.children).toHaveLength(4)
    await click(button('11 more'))
    expect(document.querySelector('.holders')?.children).toHaveLength(15)
  })

  it('repairs what differs', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('codex-ada'))
    await window.pass(SECOND)
    await click(button('Repair OpenClaw · billing'))
    expect(window.bridge.asked).toContainEqual({ name: 'profile:repair', args: ['codex-ada'] })
    expect(document.querySelector('.holder-drift')).toBeNull()
  })

  it('asks for the history of that login alone', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    await click(row('codex-work'))
    expect(window.bridge.asked).toContainEqual({
      name: 'history:get',
      args: [{ profileId: 'codex-work', limit: 60 }],
    })
    expect(document.querySelectorAll('.recent li')).toHaveLength(2)
  })
})

describe('the other screens', () => {
  it('says where it looked when there is nothing', async () => {
    await open(sampleOverview(NOW, []))
    expect(document.body.textContent).toContain('/home/ada/.openclaw/agents')
    expect(document.body.textContent).toContain('not there')
    expect(button('Add a login')).toBeTruthy()
  })

  it('lists the history by day and filters it', async () => {
    await open(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    await click(button('History'))
    expect(document.querySelector('.summary')?.textContent).toContain('18 events')
    await click(document.querySelector('input[value="7d"]') as HTMLElement)
    expect(document.querySelector('.summary')?.textContent).toContain('21 events')
    await type(document.querySelector('input[type="search"]') as HTMLInputElement, 'ops')
    expect(document.querySelector('.summary')?.textContent).toContain('3 events')
    await type(document.querySelector('input[type="search"]') as HTMLInputElement, 'zzz')
    expect(document.body.textContent).toContain('Nothing in the last 7 days matches “zzz”.')
  })
})

describe('the login dialog', () => {
  it('explains a taken port and takes the pasted address', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Sign in: ops@example.test'))
    await meanwhile(() =>
      window.bridge.step('login-1', {
        kind: 'browser',
        url: 'https://auth.example.test/authorize',
        listening: false,
        redirectUri: 'http://localhost:1455/auth/callback',
      }),
    )
    const dialog = document.querySelector('dialog') as HTMLElement
    expect(dialog.textContent).toContain('Another program uses the address')
    await type(
      dialog.querySelector('.paste input') as HTMLInputElement,
      'http://localhost:1455/?code=1&state=2',
    )
    await click(button('Finish', dialog))
    expect(dialog.textContent).toContain('Fetching the new tokens')
  })

  it('shows the code large, spelled out for ears, and how long it is good', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Add a login'))
    await click(option(/GitHub Copilot/))
    const code = document.querySelector('.user-code')
    expect(code?.textContent).toBe('BDWP-HQPK')
    expect(code?.getAttribute('aria-label')).toBe('B D W P - H Q P K')
    const dialog = () => [...document.querySelectorAll('dialog')].at(-1)
    expect(dialog()?.textContent).toContain('good for 15 min')
    await window.pass(6 * MINUTE)
    expect(dialog()?.textContent).toContain('good for 9 min')
  })

  it('offers another try after a failure', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Sign in: ops@example.test'))
    await meanwhile(() => window.bridge.step('login-1', { kind: 'failed', failure: REVOKED }))
    await click(button('Try again'))
    expect(window.bridge.asked.filter(({ name }) => name === 'login:start')).toHaveLength(2)
    expect(document.querySelector('dialog')?.textContent).toContain('Your browser has opened')
  })

  it('tells of a retired provider to whoever looks for it, with the reason and out of reach', async () => {
    await open(sampleOverview(NOW, []))
    await click(button('Add a login'))
    await type(document.querySelector('dialog [role=combobox]') as HTMLInputElement, 'qwen')
    const qwen = option(/Qwen/)
    expect(qwen.textContent).toContain('Qwen has ended this sign-in')
    expect(qwen.getAttribute('aria-disabled')).toBe('true')
    await click(qwen)
    expect(document.querySelector('dialog h2')?.textContent).toBe('Add a login')
  })
})
