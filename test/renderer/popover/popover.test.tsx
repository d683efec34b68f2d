// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { OverviewView } from '../../../app/contract/views.ts'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { createPopover } from '../../../renderer/popover/popover-state.ts'
import { PopoverView } from '../../../renderer/popover/popover-view.tsx'
import { createFakeBridge, type FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { brokenPlaces } from '../../../renderer/preview/sample-places.ts'
import { REVOKED, sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { SETTINGS } from '../../../renderer/preview/sample-settings.ts'
import { button, click, meanwhile, press } from '../../support/window.tsx'

const NOW = 1_770_000_000_000

async function open(overview: OverviewView, more: Partial<FakeWorld> = {}) {
  const bridge = createFakeBridge({ ...more, overview, now: () => NOW + 1 })
  const popover = createPopover(bridge, {
    now: () => NOW,
    after: () => () => undefined,
    hidden: () => false,
    onVisibility: () => () => undefined,
  })
  document.body.innerHTML = '<div id="root"></div>'
  const root = createRoot(document.querySelector('#root') as HTMLElement)
  onTestFinished(() => act(async () => root.unmount()))
  await act(async () => root.render(<PopoverView popover={popover} />))
  const asked = (name: string) => bridge.asked.filter((one) => one.name === name).map(({ args }) => args)
  return { bridge, asked }
}

const buttons = () => [...document.querySelectorAll('button')]
const text = () => document.body.textContent ?? ''
const told = () => document.querySelector('[role="status"]')?.textContent

describe('the small window', () => {
  it('says first who needs somebody, and waits for Enter there', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    expect(document.querySelector('h1')?.textContent).toBe('One login needs you')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Sign in: ops@example.test')
    expect(document.querySelectorAll('.street-lamp')).toHaveLength(12)
  })

  it('says of each that is worth a look why it is', async () => {
    const ends = sampleProfile(NOW, { id: 'ends', grantExpiresAtMs: NOW + 26 * HOUR })
    await open(sampleOverview(NOW, [...twelve(NOW), ends]))
    const why = [...document.querySelectorAll('[data-attention="look"] .popover-sub')].map(
      (one) => one.textContent,
    )
    expect(why).toEqual([
      'Chutes · expired, renews by itself',
      'xAI · trying again',
      'OpenAI Codex · files differ',
    ])
    await open(sampleOverview(NOW, [ends]))
    expect(text()).toMatch(/OpenAI Codex · the sign-in ends tomorrow \d\d:\d\d/)
  })

  it('signs in, and gives way to the window that follows it', async () => {
    const { asked } = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Sign in: ops@example.test'))
    expect(asked('login:start')).toEqual([[{ profileId: 'anthropic-ops' }]])
    expect(asked('window:open')).toEqual([[{ screen: 'logins', profileId: 'anthropic-ops' }]])
  })

  it('shows what is next with the time left, and copies its token without seeing it', async () => {
    const soon = sampleProfile(NOW, {
      accessExpiresAtMs: NOW + 12 * MINUTE,
      nextRefreshAtMs: NOW + 7 * MINUTE,
    })
    const { asked } = await open(sampleOverview(NOW, [soon]))
    expect(document.querySelector('h1')?.textContent).toBe('The lamp is lit')
    expect(document.querySelector('.popover-time')?.textContent).toMatch(/^12 minrenews \d\d:\d\d$/)
    await click(button('Copy token: ada@example.test'))
    expect(asked('token:copy')).toEqual([[soon.id]])
    expect(told()).toBe('The token of ada@example.test is copied.')
  })

  it('says in the words of the failure why a token cannot be had', async () => {
    const soon = sampleProfile(NOW, { nextRefreshAtMs: NOW + MINUTE })
    const { bridge } = await open(sampleOverview(NOW, [soon]))
    bridge.refuse('token:copy', {
      code: 'PROVIDER_UNREACHABLE',
      message: 'Acme did not answer.',
      hint: 'Later.',
    })
    await click(button('Copy token: ada@example.test'))
    expect(told()).toBe('Acme did not answer. Later.')
  })

  it('pauses for as long as was chosen, and resumes', async () => {
    const { asked } = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Pause'))
    expect(document.activeElement?.textContent).toBe('Pause for an hour')
    await click(button('Pause until resumed'))
    expect(asked('schedule:pause')).toEqual([[]])
    expect(document.querySelector('h1')?.textContent).toBe('Renewing is paused')
    expect(text()).not.toContain('renews ')
    await click(button('Resume'))
    expect(document.querySelector('h1')?.textContent).toBe('One login needs you')
  })

  it('answers whether a restart is safe; Escape takes the answer away, then the window', async () => {
    const { asked } = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Can programs restart?'))
    expect(told()).toContain('Your programs can restart')
    await press('Escape')
    expect(told()).toBe('')
    expect(asked('popover:hide')).toEqual([])
    await press('Escape')
    expect(asked('popover:hide')).toEqual([[]])
  })

  it('is the same as ever when it comes up again', async () => {
    const { bridge } = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Can programs restart?'))
    await meanwhile(() => bridge.emit('popover', { isShown: false }))
    expect(told()).toBe('')
    await press('End')
    await meanwhile(() => bridge.emit('popover', { isShown: true }))
    expect(document.activeElement?.textContent).toBe('Sign in')
  })

  it('follows what happens, and no older answer', async () => {
    const fine = sampleProfile(NOW, { nextRefreshAtMs: NOW + MINUTE })
    const { bridge } = await open(sampleOverview(NOW, [fine]))
    const ended = sampleProfile(NOW, { status: { kind: 'needs-login', failure: REVOKED } })
    await meanwhile(() => bridge.setOverview({ ...sampleOverview(NOW, [ended]), atMs: NOW + 1 }))
    expect(document.querySelector('h1')?.textContent).toBe('One login needs you')
  })

  it('lists a file that keeps logins from being read, and leads to it', async () => {
    const places = brokenPlaces(NOW)
    const calm = twelve(NOW).filter(({ status }) => status.kind === 'fresh')
    const { asked } = await open({ ...sampleOverview(NOW, calm), places })
    expect(document.querySelector('h1')?.textContent).toBe('Two files need you')
    expect(
      [...document.querySelectorAll('.popover-row[data-attention] .popover-name')].map(
        (one) => one.textContent,
      ),
    ).toEqual(['auth-profiles.json is damaged', 'hosts.yml cannot be read', 'openclaw.json is damaged'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Show: auth-profiles.json is damaged')
    await click(button('Show: hosts.yml cannot be read'))
    const problemId = `place:${places[1]?.label}:${places[1]?.path}`
    expect(asked('window:open')).toEqual([[{ screen: 'logins', problemId }]])
  })

  it('says so where nothing else is known', async () => {
    await open({ ...sampleOverview(NOW, []), places: brokenPlaces(NOW).slice(0, 1) })
    expect(document.querySelector('h1')?.textContent).toBe('One file needs you')
  })

  it('stays small with two thousand logins, and leads to all of them', async () => {
    const { asked } = await open(sampleOverview(NOW, crowd(NOW, 2000)))
    expect(document.querySelectorAll('.popover-row').length).toBeLessThanOrEqual(7)
    expect(document.querySelectorAll('.street-lamp')).toHaveLength(0)
    await click(button(/1,99\d more/))
    expect(asked('window:open')).toEqual([[{ screen: 'logins' }]])
  })

  it('offers nothing but to begin, before anybody has', async () => {
    await open(sampleOverview(NOW, twelve(NOW)), { settings: { ...SETTINGS, welcomed: false } })
    expect(buttons().map(({ textContent }) => textContent)).toEqual(['Open Lamplighter to begin'])
    expect(text()).toContain('Nothing is renewed before you begin.')
  })

  it('is at ease without any logins', async () => {
    await open(sampleOverview(NOW, []))
    expect(document.querySelector('h1')?.textContent).toBe('No logins yet')
    expect(buttons().map(({ textContent }) => textContent)).toEqual(['Pause', 'Open'])
  })

  it('tells the window how high it is only when that changed', async () => {
    const { asked, bridge } = await open(sampleOverview(NOW, twelve(NOW)))
    const before = asked('popover:fit').length
    await meanwhile(() => bridge.setOverview({ ...sampleOverview(NOW, twelve(NOW)), atMs: NOW + 1 }))
    expect(asked('popover:fit')).toHaveLength(before)
  })
})
