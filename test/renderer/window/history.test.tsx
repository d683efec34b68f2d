// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { crowd, sampleEvent, sampleHistory } from '../../../renderer/preview/sample-crowd.ts'
import { denseHistory } from '../../../renderer/preview/sample-history.ts'
import { REVOKED, sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { sampleRaces } from '../../../renderer/preview/sample-races.ts'
import { button, click, meanwhile, openWindow, press, type } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
async function openHistory(...args: Parameters<typeof openWindow>) {
  const opened = await openWindow(...args)
  await click(button('History'))
  return opened
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
const laneOf = (account: string) => {
  const lane = all('.history-lane').find((one) => one.textContent?.includes(account))
  if (!lane) throw new Error(`no lane ${account}`)
  return lane
}
const marksOf = (lane: HTMLElement) => [...lane.querySelectorAll<HTMLElement>('[data-mark]')]
/** happy-dom opens it on a click, and says so a moment later. */
const unfold = async (row: HTMLElement | null) => {
  await meanwhile(() => {
    const details = row?.querySelector('details')
    if (!details) throw new Error('nothing to unfold')
    details.open = true
    details.dispatchEvent(new Event('toggle'))
  })
}
const popover = () => document.querySelector('.popover')

const timeline = () => click(document.querySelector('input[value="timeline"]') as HTMLElement)
async function openTimeline(...args: Parameters<typeof openWindow>) {
  const opened = await openHistory(...args)
  await timeline()
  return opened
}

describe('a history that cannot be read', () => {
  it('does not say that nothing happened, on its screen or in the detail', async () => {
    const failure = { code: 'STORE_UNREADABLE', message: 'The history cannot be read.' }
    const opened = await openWindow(sampleOverview(NOW, twelve(NOW)))
    opened.bridge.refuse('history:get', failure)
    await click(all('[data-row="acme-bot"]')[0] as HTMLElement)
    expect(document.querySelector('.detail')?.textContent).toContain('The history cannot be read.')
    expect(document.querySelector('.detail')?.textContent).not.toContain('Nothing yet')
    opened.bridge.refuse('history:get', failure)
    await click(button('History'))
    expect(document.querySelector('main')?.textContent).toContain('The history cannot be read.')
    expect(document.querySelector('main')?.textContent).not.toContain('Nothing happened')
    await click(button('Read it again'))
    expect(document.querySelector('main')?.textContent).toContain('Nothing happened in the last 24 hours')
  })

  it('does not say that what is here is all of it', async () => {
    const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    opened.bridge.refuse('history:get', REVOKED)
    await click(button('History'))
    expect(document.querySelector('.history-end')?.textContent).toContain('not all of it could be read')
  })
})

describe('a provider', () => {
  it('is called the same in the list as in its lane, and is found by that', async () => {
    const bot = twelve(NOW).find(({ id }) => id === 'acme-bot') ?? sampleProfile(NOW)
    await openHistory(sampleOverview(NOW, twelve(NOW)), [sampleEvent('e1', bot, 'refreshed', NOW - HOUR)])
    expect(document.querySelector('.event-provider')?.textContent).toBe('Acme OIDC')
    await type(document.querySelector('input[type="search"]') as HTMLInputElement, 'acme oidc')
    expect(all('.event')).toHaveLength(1)
  })
})

describe('the timeline', () => {
  it('has a lane for each login, with what happened before now and what is planned after it', async () => {
    await openTimeline(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    expect(all('.history-lane')).toHaveLength(12)
    const now = Number.parseFloat(
      document.querySelector<HTMLElement>('.lanes-behind .lane-now')?.style.left ?? '',
    )
    for (const mark of all('[data-mark]')) {
      const x = Number.parseFloat(mark.style.left)
      if (mark.dataset.mark === 'planned') expect(x).toBeGreaterThan(now)
      else expect(x).toBeLessThan(now)
    }
    expect(marksOf(laneOf('build-bot')).map((mark) => mark.dataset.mark)).toContain('planned')
  })

  it('names every mark for those who do not see it', async () => {
    await openTimeline(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    for (const mark of all('[data-mark]')) expect(mark.getAttribute('aria-label')).toMatch(/^\S.+\.$/)
  })

  it('explains a mark on focus, and lets Escape dismiss that', async () => {
    await openTimeline(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    const rejected = marksOf(laneOf('ops@example.test')).at(-1)
    await press('Home', document.querySelector('.history-lanes'))
    await meanwhile(() => rejected?.focus())
    expect(popover()?.textContent).toContain('Ended by the provider')
    expect(popover()?.textContent).toContain('3 h ago')
    await press('Escape')
    expect(popover()).toBeNull()
  })

  it('has one place in the Tab order, and arrows from mark to mark and lane to lane', async () => {
    await openTimeline(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    const grid = document.querySelector('.history-lanes')
    const stops = () => grid?.querySelectorAll('[tabindex="0"]') ?? []
    expect(stops()).toHaveLength(1)
    const first = stops()[0] as HTMLElement
    await meanwhile(() => first.focus())
    await press('ArrowRight')
    const lane = document.activeElement?.closest('.history-lane')
    expect(document.activeElement?.getAttribute('data-mark')).toBeTruthy()
    expect(stops()).toHaveLength(1)
    await press('End')
    expect(document.activeElement).toBe(marksOf(lane as HTMLElement).at(-1))
    await press('ArrowDown')
    expect(document.activeElement?.closest('.history-lane')).not.toBe(lane)
    await press('Home')
    expect(document.activeElement?.tagName).toBe('BUTTON')
    expect(stops()).toHaveLength(1)
  })

  it('shows a mark in the list on Enter', async () => {
    await openTimeline(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    await meanwhile(() => marksOf(laneOf('ops@example.test')).at(-1)?.focus())
    await press('Enter')
    expect(document.activeElement?.tagName).toBe('SUMMARY')
    expect(document.activeElement?.textContent).toContain('Anthropic has ended this login')
  })

  it('joins what would overlap, and counts it', async () => {
    const profile = sampleProfile(NOW)
    const events = Array.from({ length: 7 }, (_, n) =>
      sampleEvent(`e${n}`, profile, n === 3 ? 'rejected' : 'refreshed', NOW - 5 * HOUR - n * MINUTE),
    )
    await openTimeline(sampleOverview(NOW, [profile]), events)
    const marks = marksOf(laneOf('ada@example.test')).filter((mark) => mark.dataset.mark !== 'planned')
    expect(marks).toHaveLength(1)
    expect(marks[0]?.textContent).toBe('7')
    expect(marks[0]?.getAttribute('aria-label')).toContain('6 renewed, 1 ended by the provider.')
    await meanwhile(() => marks[0]?.focus())
    expect(popover()?.querySelectorAll('li')).toHaveLength(5)
    expect(popover()?.textContent).toContain('and 2 earlier')
  })

  it('draws a screenful of two thousand lanes, and reaches the last one by key', async () => {
    await openTimeline(sampleOverview(NOW, crowd(NOW, 2000)))
    expect(all('.history-lane').length).toBeLessThan(60)
    await meanwhile(() => document.querySelector<HTMLElement>('.history-lanes [tabindex="0"]')?.focus())
    await meanwhile(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true, cancelable: true }),
      ),
    )
    expect(document.activeElement?.closest('.history-lane')?.getAttribute('aria-rowindex')).toBe('2000')
  })

  it('plans nothing while refreshing is paused', async () => {
    const overview = sampleOverview(NOW, twelve(NOW))
    await openTimeline({ ...overview, scheduler: { running: true, paused: {} } })
    expect(all('[data-mark="planned"]')).toHaveLength(0)
  })
})

describe('the history’s list', () => {
  it('draws a screenful of three thousand events', async () => {
    const profiles = crowd(NOW, 40)
    await openHistory(sampleOverview(NOW, profiles), denseHistory(NOW, profiles, 3000))
    await click(document.querySelector('input[value="30d"]') as HTMLElement)
    expect(document.querySelector('.summary')?.textContent).toContain('3,000 events')
    expect(all('.event').length).toBeLessThan(60)
    const rows = () => Number(all('.event')[0]?.getAttribute('aria-setsize'))
    expect(rows()).toBeLessThan(3000) // routine is folded
    const chips = all('.chip-kind')
    for (const chip of chips) await click(chip)
    expect(rows()).toBe(3000)
  })

  it('asks for as much as the range needs', async () => {
    const window = await openHistory(sampleOverview(NOW, twelve(NOW)))
    await click(document.querySelector('input[value="30d"]') as HTMLElement)
    const asked = window.bridge.asked.filter(({ name }) => name === 'history:get').at(-1)
    expect(asked?.args[0]).toEqual({ sinceMs: NOW - 30 * DAY, limit: 5000 })
  })

  it('filters by kind, on the timeline and in the list', async () => {
    await openHistory(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    await click(button(/^Ended/))
    expect(all('.event')).toHaveLength(1)
    await timeline()
    expect(all('.history-lane')).toHaveLength(1)
    await click(document.querySelector('input[value="list"]') as HTMLElement)
    await click(button(/^Retried/))
    expect(all('.event')).toHaveLength(3)
    await click(button('All'))
    expect(document.querySelector('.summary')?.textContent).toMatch(/^History[1-9]\d+ events/)
  })

  it('filters by text, and keeps the lane of a login that matches but did nothing', async () => {
    await openHistory(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    await type(document.querySelector('input[type="search"]') as HTMLInputElement, 'acme')
    expect(all('.event').every((event) => event.textContent?.includes('Acme'))).toBe(true)
    await timeline()
    expect(all('.history-lane').map((lane) => lane.getAttribute('data-still'))).toEqual(['false', 'true'])
  })

  it('unfolds an event, with what is behind it', async () => {
    await openTimeline(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    await meanwhile(() => marksOf(laneOf('ops@example.test')).at(-1)?.click())
    const facts = document.querySelector('.event-facts')
    expect(facts?.textContent).toContain('invalid_grant')
    expect(facts?.textContent).toContain('pid 4711')
  })

  it('has one row for a race, and its events below that once it is unfolded', async () => {
    const history = sampleHistory(NOW, twelve(NOW))
    await openHistory(sampleOverview(NOW, twelve(NOW)), history, { races: sampleRaces(history) })
    const race = () => document.querySelector<HTMLElement>('[data-race="race-codex-ada-0.9"]')
    expect(race()?.textContent).toContain('lamplighter token (pid 4802) tried at the same moment')
    expect(race()?.textContent).toContain('2 events')
    expect(document.querySelector('[data-event="codex-ada-0.91"]')).toBeNull()
    const rows = all('.event').length
    await unfold(race())
    expect(race()?.textContent).toContain('Nothing to do')
    expect(race()?.textContent).toContain('pid 4802, failed')
    expect(all('[data-nested="true"]').map((one) => one.dataset.event)).toEqual([
      'codex-ada-0.9',
      'codex-ada-0.91',
    ])
    expect(all('.event')).toHaveLength(rows + 2)
    expect(all('.event').map((one) => Number(one.getAttribute('aria-posinset')))).toEqual(
      Array.from({ length: rows + 2 }, (_, place) => place + 1),
    )
  })

  it('unfolds the race that an event on the timeline belongs to', async () => {
    const history = sampleHistory(NOW, twelve(NOW))
    await openTimeline(sampleOverview(NOW, twelve(NOW)), history, { races: sampleRaces(history) })
    await meanwhile(() => marksOf(laneOf('ops@example.test'))[0]?.click())
    expect(document.activeElement?.closest('.event')?.getAttribute('data-event')).toBe('anthropic-ops-8')
  })

  it('looks again which events belong together when something happens', async () => {
    const window = await openHistory(sampleOverview(NOW, twelve(NOW)))
    const asked = () => window.bridge.asked.filter(({ name }) => name === 'history:races')
    expect(asked().map(({ args }) => args)).toEqual([[{ sinceMs: NOW - DAY }]])
    await meanwhile(() =>
      window.bridge.emit('history', sampleEvent('new', sampleProfile(NOW), 'adopted', NOW)),
    )
    expect(asked()).toHaveLength(2)
    await click(button(/^Logins/))
    await meanwhile(() =>
      window.bridge.emit('history', sampleEvent('newer', sampleProfile(NOW), 'adopted', NOW)),
    )
    expect(asked()).toHaveLength(2)
  })

  it('folds routine into one row, and leaves trouble in the open', async () => {
    const [profile] = twelve(NOW)
    if (!profile) throw new Error('no login')
    const kinds = ['refreshed', 'refreshed', 'adopted', 'failed', 'refreshed'] as const
    const events = kinds.map((kind, n) => sampleEvent(`e${n}`, profile, kind, NOW - (n + 1) * MINUTE))
    await openHistory(sampleOverview(NOW, twelve(NOW)), events)
    expect(all('.event .event-message').map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^2 renewals, 1 token taken over since \d\d:\d\d$/),
      expect.stringMatching(/^Failed: /),
      expect.stringMatching(/^Renewed: /),
    ])
    await unfold(document.querySelector('[data-routine]'))
    expect(all('[data-nested="true"]').map((one) => one.dataset.event)).toEqual(['e0', 'e1', 'e2'])
  })

  it('shows one login alone with its lane, from its details and from an event, and all of them again', async () => {
    const history = sampleHistory(NOW, twelve(NOW))
    const window = await openHistory(sampleOverview(NOW, twelve(NOW)), history)
    expect(all('.history-lane')).toHaveLength(0)
    await meanwhile(() => window.actions.toggleKind('rejected'))
    await unfold(document.querySelector('.event'))
    await click(button('Only this login'))
    expect(document.querySelector('.only-this')?.textContent).toContain('ops@example.test Anthropic')
    expect(all('.history-lane')).toHaveLength(1)
    await meanwhile(window.actions.showAllKinds)
    const own = history.filter(({ profileId, atMs }) => profileId === 'anthropic-ops' && atMs > NOW - DAY)
    expect(document.querySelector('.summary')?.textContent).toContain(`${own.length} events`)
    await click(button('Show all logins'))
    expect(all('.history-lane, .only-this')).toHaveLength(0)
  })

  it('says where it ends, and leads on to a longer range', async () => {
    await openHistory(sampleOverview(NOW, twelve(NOW)), sampleHistory(NOW, twelve(NOW)))
    expect(document.querySelector('.history-end')?.textContent).toContain('That is all of the last 24 hours.')
    await click(button('Show 7 days'))
    expect(document.querySelector('.history-end')?.textContent).toContain('the last 7 days')
  })

  it('says what will be here when nothing has happened yet', async () => {
    await openHistory(sampleOverview(NOW, []))
    expect(document.querySelector('.nothing')?.textContent).toContain('Nothing happened in the last 24 hours')
    await timeline()
    expect(document.querySelector('.lanes-card')).toBeNull()
    expect(document.querySelector('.nothing')).toBeTruthy()
  })
})

describe('export', () => {
  it('writes the range or everything, and says where', async () => {
    const window = await openHistory(sampleOverview(NOW, twelve(NOW)))
    await click(button('Export…'))
    await click(button('The last 24 hours as CSV…'))
    expect(window.bridge.asked.at(-1)).toEqual({
      name: 'history:export',
      args: ['csv', { sinceMs: NOW - DAY }],
    })
    expect(document.querySelector('.banner')?.textContent).toContain(
      'Saved to /home/ada/lamplighter-history.csv',
    )
    await click(button('Dismiss'))
    expect(document.querySelector('.banner')).toBeNull()
    await click(button('Export…'))
    await click(button('Everything as JSON…'))
    expect(window.bridge.asked.at(-1)).toEqual({ name: 'history:export', args: ['json', {}] })
  })

  it('says why it could not be written', async () => {
    const window = await openHistory(sampleOverview(NOW, twelve(NOW)))
    window.bridge.refuse('history:export', { ...REVOKED, message: 'The disk is full.' })
    await click(button('Export…'))
    await click(button('Everything as JSON…'))
    expect(document.querySelector('.banner')?.textContent).toContain('The disk is full.')
  })

  it('is a menu that the keyboard walks through and leaves', async () => {
    await openHistory(sampleOverview(NOW, twelve(NOW)))
    const opener = button('Export…')
    await meanwhile(() => opener.focus())
    await press('ArrowDown')
    expect(document.activeElement?.textContent).toBe('The last 24 hours as CSV…')
    await press('ArrowUp')
    expect(document.activeElement?.textContent).toBe('Everything as JSON…')
    await press('Escape')
    expect(document.querySelector('[role="menu"]')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })
})
