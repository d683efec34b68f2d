// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { clockTime } from '../../../renderer/format/dates.ts'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { crowd, sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { openWindow, row } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent)

describe('the time axis', () => {
  it('says under the list what its marks mean', async () => {
    await openWindow(sampleOverview(NOW, twelve(NOW)))
    expect(texts('.legend li')).toEqual([
      'renewed',
      'still good',
      'next renewal',
      'expected after that',
      'now',
    ])
  })

  it('tells of each mark what it is and when', async () => {
    const profile = sampleProfile(NOW, {
      accessIssuedAtMs: NOW - HOUR,
      accessExpiresAtMs: NOW + HOUR,
      nextRefreshAtMs: NOW + 50 * MINUTE,
    })
    const event = sampleEvent('e', profile, 'refreshed', NOW - HOUR)
    await openWindow(sampleOverview(NOW, [profile]), [event])
    const titles = [...row(profile.id).querySelectorAll('.axis-row > [title]')].map((one) =>
      one.getAttribute('title'),
    )
    expect(titles.slice(0, 3)).toEqual([
      `Renewed, ${clockTime(NOW - HOUR)}`,
      `Next renewal, ${clockTime(NOW + 50 * MINUTE)}`,
      `Renewal expected, ${clockTime(NOW + 160 * MINUTE)}`,
    ])
  })

  it('gives way to squares, which are explained, where logins are folded', async () => {
    await openWindow(sampleOverview(NOW, crowd(NOW, 60)))
    expect(texts('.group-note')).toEqual(['· a square is a login, brighter with more time left'])
    await openWindow(sampleOverview(NOW, twelve(NOW)))
    expect(texts('.group-note')).toEqual([])
  })
})
