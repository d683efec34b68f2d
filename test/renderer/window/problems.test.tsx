// @vitest-environment happy-dom
/** Files that cannot be used, as a person meets them in the window. */
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { NO_TRAY } from '../../../app/contract/problems.ts'
import type { OverviewView } from '../../../app/contract/views.ts'
import { brokenPlaces } from '../../../renderer/preview/sample-places.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, meanwhile, openWindow, press } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const [docs, gh, settings] = brokenPlaces(NOW)
if (!docs || !gh || !settings) throw new Error('no samples')
const DOCS = `place:${docs.label}:${docs.path}`
const GH = `place:${gh.label}:${gh.path}`

const calm = () => twelve(NOW).filter(({ status }) => status.kind !== 'needs-login')
const overview = (over: Partial<OverviewView> = {}): OverviewView => ({
  ...sampleOverview(NOW, calm()),
  places: brokenPlaces(NOW),
  ...over,
})
const start = (over: Partial<OverviewView> = {}) => openWindow(overview(over))
const rows = () => [...document.querySelectorAll<HTMLElement>('.problem-row')]
const titles = () => rows().map((one) => one.querySelector('.row-account')?.textContent)
const detail = () => document.querySelector<HTMLElement>('.detail')?.textContent ?? ''
const rowOf = (id: string) => rows().find((one) => one.dataset.row === id) as HTMLElement
const heading = () => document.querySelector('h1')?.textContent
const groupOf = (element: Element) => element.closest('.group')?.querySelector('.group-name')?.textContent
const menu = () => document.querySelector<HTMLElement>('[role="menu"]')

beforeEach(() => localStorage.clear())

describe('a file that cannot be used', () => {
  it('is a row where somebody is needed, and one worth a look where no login is lost', async () => {
    await start()
    expect(titles()).toEqual([
      'auth-profiles.json is damaged',
      'hosts.yml cannot be read',
      'openclaw.json is damaged',
    ])
    expect(rows().map(groupOf)).toEqual([
      expect.stringMatching(/^Needs you2/),
      expect.stringMatching(/^Needs you2/),
      expect.stringMatching(/^Worth a look/),
    ])
    expect(rows()[0]?.querySelector('.row-where')?.textContent).toBe(
      'OpenClaw · docs · 1 login cannot be read · since 14:54',
    )
    expect(document.querySelector('.banner')).toBeNull()
  })

  it('names the logins it held where no row shows them', async () => {
    const held = [
      { account: 'ada@work.test', providerName: 'GitHub' },
      { account: 'ops@work.test', providerName: 'GitHub' },
    ]
    await start({ places: [{ ...gh, held }] })
    expect(rows()[0]?.querySelector('.row-where')?.textContent).toContain('2 logins cannot be read')
    await click(rowOf(GH))
    expect(detail()).toContain('2 logins cannot be read or renewed because of it.')
    expect(detail()).toMatch(/Logins it held when it was read last.*ada@work\.test.*ops@work\.test/)
  })

  it('is counted by the band, the filter and the sidebar', async () => {
    await start()
    expect(heading()).toBe('Two files need you')
    expect(document.querySelector('.band-why')?.textContent).toBe(
      'auth-profiles.json is damaged and hosts.yml cannot be read.',
    )
    expect(button(/^Needs you/).textContent).toBe('Needs you 2')
    expect(document.querySelector('.nav-count')?.textContent).toContain('2')
    await click(button('Show what to do'))
    expect(detail()).toContain('auth-profiles.json is damaged')
  })

  it('is selected as what is most pressing, its details begin with who is concerned', async () => {
    const { store } = await start()
    expect(store.getState().selectedId).toBe(DOCS)
    expect(rowOf(DOCS).getAttribute('aria-selected')).toBe('true')
    const callout = document.querySelector('.detail .callout')?.textContent ?? ''
    expect(callout).toMatch(
      /^1 login cannot be read or renewed because of it\. \/home\/ada\/\S+ is there, but/,
    )
    await click(button(/Qwen Portal/, document.querySelector('.detail') as HTMLElement))
    expect(store.getState().selectedId).toBe('qwen-ada')
  })

  it('is mended by one button: its folder, or the command to copy', async () => {
    const { asked } = await start()
    await click(button('Show in its folder: auth-profiles.json is damaged'))
    expect(asked('path:reveal')).toEqual([[docs.path]])
    await click(button('Copy the command: hosts.yml cannot be read'))
    expect(asked('clipboard:write')).toEqual([[gh.problem?.command]])
    await click(rowOf(GH))
    expect(detail()).toContain('Make it readable for you')
    expect(document.querySelector('.detail code')?.textContent).toBe(gh.problem?.command)
  })

  it('is looked at again at a press, and stays as long as it is so', async () => {
    const denied = { ...gh, problem: { code: 'STORE_UNREADABLE', message: 'The disk reports an error.' } }
    const { asked, bridge } = await start({ places: [denied] })
    await click(button('Look again: hosts.yml cannot be read'))
    expect(asked('overview:look')).toHaveLength(1)
    expect(document.querySelector('.toast')?.textContent).toContain('Looked again: hosts.yml cannot be read.')
    await meanwhile(() => bridge.setOverview(overview({ places: [] })))
    expect(rows()).toHaveLength(0)
    expect(heading()).toMatch(/^Nothing needs you/)
  })

  it('says why it could not be looked at again', async () => {
    const denied = { ...gh, problem: { code: 'STORE_UNREADABLE', message: 'The disk reports an error.' } }
    const { bridge } = await start({ places: [denied] })
    bridge.refuse('overview:look', { code: 'INTERNAL', message: 'It could not be looked.' })
    await click(button('Look again: hosts.yml cannot be read'))
    expect(document.querySelector('.banner')?.textContent).toContain('It could not be looked.')
    expect(button('Look again: hosts.yml cannot be read').getAttribute('aria-disabled')).toBe('false')
  })

  it('is found by search and filter, and gives way to them', async () => {
    const { actions, store } = await start()
    await act(async () => actions.search('hosts.yml'))
    expect(titles()).toEqual(['hosts.yml cannot be read'])
    expect(store.getState().selectedId).toBe(GH)
    await act(async () => actions.search('docs'))
    expect(titles()).toEqual(['auth-profiles.json is damaged'])
    await act(async () => actions.search(''))
    await act(async () => actions.filter('look'))
    expect(titles()).toEqual(['openclaw.json is damaged'])
    await act(async () => actions.filter('renewing'))
    expect(titles()).toEqual([])
    await act(async () => actions.openDetail(GH))
    expect(store.getState()).toMatchObject({ filter: 'all', selectedId: GH })
    await act(async () => actions.showProgram('OpenClaw'))
    expect(titles()).toEqual(['auth-profiles.json is damaged', 'openclaw.json is damaged'])
  })

  it('stands on top in every order', async () => {
    const { actions } = await start()
    for (const sort of ['provider', 'program', 'name', 'time'] as const) {
      await act(async () => actions.sort(sort))
      expect(document.querySelector('[data-row]')?.getAttribute('data-row')).toBe(DOCS)
    }
  })

  it('is reached and opened with the keyboard', async () => {
    const { store } = await start()
    await act(async () => rowOf(DOCS).focus())
    await press('ArrowDown')
    expect(document.activeElement).toBe(rowOf(GH))
    expect(store.getState().selectedId).toBe(GH)
    await press('ArrowRight')
    expect(document.activeElement?.textContent).toContain('Copy the command')
    await press('ArrowLeft')
    await press('Enter')
    expect(store.getState().sheetOpen).toBe(true)
    expect(document.activeElement?.textContent).toBe('hosts.yml cannot be read')
  })

  it('has a menu with all that can be done', async () => {
    const { asked } = await start()
    await meanwhile(() => {
      const at = { bubbles: true, cancelable: true, clientX: 300, clientY: 200 }
      rowOf(GH).dispatchEvent(new MouseEvent('contextmenu', at))
    })
    expect(menu()?.getAttribute('aria-label')).toBe('hosts.yml cannot be read')
    expect([...(menu()?.querySelectorAll('button') ?? [])].map((one) => one.textContent)).toEqual([
      'Copy the command',
      'What to do',
      'Look again',
      'Show in its folder',
      'Copy the path',
    ])
    await click(button('Copy the path', menu() as HTMLElement))
    expect(asked('clipboard:write')).toEqual([[gh.path]])
  })

  it('shows the list on a machine of which nothing else is known', async () => {
    await start({ profiles: [], places: [docs] })
    expect(heading()).toBe('One file needs you')
    expect(detail()).toContain('The logins in it cannot be read or renewed until it is mended.')
  })

  it('is opened by whoever is sent to it, and told to who listens', async () => {
    const { bridge, store } = await start({ places: [] })
    await meanwhile(() => bridge.setOverview(overview()))
    expect(document.querySelector('[role=status]')?.textContent).toContain(
      'auth-profiles.json is damaged: needs you.',
    )
    await meanwhile(() => bridge.emit('navigate', { screen: 'logins', problemId: GH }))
    expect(store.getState()).toMatchObject({ selectedId: GH, sheetOpen: true })
  })
})

describe('what is wrong besides files', () => {
  const hook = {
    code: 'COMMAND_FAILED',
    message: 'The hook for "needs-login" failed.',
    field: 'hooks.needs-login',
  }
  const tray = { code: NO_TRAY, message: 'This desktop shows no tray icons, so Lamplighter has none.' }

  it('is worth a look, and leads to where it is set', async () => {
    const { store } = await start({ places: [], problems: [hook] })
    expect(rows().map(groupOf)).toEqual([expect.stringMatching(/^Worth a look/)])
    expect(heading()).toMatch(/^Nothing needs you; \w+ things are worth a look$/)
    await click(button(/^Open Settings/))
    expect(store.getState().screen).toBe('settings')
  })

  it('says what is wrong with a file of Lamplighter’s own', async () => {
    const config = {
      code: 'CONFIG_INVALID',
      message: '/home/ada/.config/lamplighter/config.json is not JSON.',
      hint: 'Correct it.',
      path: '/home/ada/.config/lamplighter/config.json',
    }
    await start({ places: [], problems: [config] })
    expect(titles()).toEqual(['config.json is not understood'])
    expect(rows()[0]?.querySelector('.row-where')?.textContent).toBe(config.message)
    await click(rows()[0] as HTMLElement)
    expect(document.querySelector('.detail .callout')?.textContent).toMatch(
      /^The logins in this list are renewed all the same\. .*is not JSON\.Correct it\./,
    )
  })

  it('is told until it was read, where nobody has to do anything, and changes no count', async () => {
    const before = await openWindow(overview({ places: [] }))
    const said = heading()
    await before.close()
    const { close } = await start({ places: [], problems: [tray] })
    expect(heading()).toBe(said)
    expect(titles()).toEqual([tray.message])
    await click(button(/^Understood/))
    expect(rows()).toHaveLength(0)
    await close()
    await start({ places: [], problems: [tray] })
    expect(rows()).toHaveLength(0)
  })
})
