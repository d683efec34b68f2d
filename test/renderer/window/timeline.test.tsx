// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HOUR } from '../../../renderer/format/time.ts'
import { sampleOverview, sampleProfile } from '../../../renderer/preview/sample-profiles.ts'
import { meanwhile, openWindow } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
afterEach(async () => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Five with a lane each, the later the sooner planned; the fifth needs a person. */
const PROFILES = Array.from({ length: 5 }, (_, at) =>
  sampleProfile(NOW, {
    id: `p${at}`,
    account: `p${at}`,
    nextRefreshAtMs: NOW + (5 - at) * HOUR,
    ...(at === 4 ? { status: { kind: 'needs-login', failure: { code: 'X', message: 'Ended.' } } } : {}),
  }),
)

const accounts = () => [...document.querySelectorAll('.lane-account')].map((one) => one.textContent)

describe('the strip under the list', () => {
  it('measures the lane that is there, when another one becomes the first', async () => {
    const observed: Element[] = []
    const Observer = class {
      observe = (element: Element) => void observed.push(element)
      disconnect = () => undefined
    }
    vi.stubGlobal('ResizeObserver', Observer)
    const opened = await openWindow(sampleOverview(NOW, PROFILES))
    expect(accounts()).toEqual(['p1', 'p2', 'p3', 'p4'])
    await meanwhile(() => opened.actions.select('p0'))
    expect(accounts()).toEqual(['p0', 'p2', 'p3', 'p4'])
    const lines = observed.filter((element) => element.classList.contains('lane-line'))
    expect(lines.at(-1)).toBe(document.querySelector('.lane-line'))
  })

  it('leaves out what matters least where the window is low', async () => {
    const low = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
    const high = { ...low, matches: false }
    vi.spyOn(globalThis, 'matchMedia').mockImplementation(
      (query) => (query.includes('height') ? low : high) as unknown as MediaQueryList,
    )
    const opened = await openWindow(sampleOverview(NOW, PROFILES))
    await meanwhile(() => opened.actions.select('p2'))
    expect(accounts()).toEqual(['p2', 'p4'])
  })
})
