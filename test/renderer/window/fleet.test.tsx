// @vitest-environment happy-dom
/** The fleet under Machines, and in the detail of a login. */
import { describe, expect, it } from 'vitest'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { sampleFleet } from '../../../renderer/preview/fake-fleet.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, openWindow, row, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button(/^Machines/))
  return opened
}

const part = () => document.querySelector('[aria-labelledby="fleet-heading"]')?.textContent ?? ''

describe('the fleet under Machines', () => {
  it('is joined with an invitation', async () => {
    const window = await open()
    await type(field('Invitation'), 'rubbish')
    await click(button('Join'))
    expect(part()).toContain('This is not a whole invitation')
    await type(field('Invitation'), 'lamplighter-fleet:abc')
    await click(button('Join'))
    expect(window.asked('fleet:join')).toEqual([['rubbish'], ['lamplighter-fleet:abc']])
    expect(part()).toContain('Fleet home')
    expect(part()).not.toContain('not a whole invitation')
  })

  it('shows who belongs to it, and invites with a code that is also a picture', async () => {
    const window = await open({ fleet: sampleFleet(NOW) })
    expect(part()).toMatch(/attic.*this machine.*rack.*2 min ago.*laptop.*never holds a refresh token/)
    await click(button('Invite a reader'))
    expect(window.asked('fleet:invite')).toEqual([['reader']])
    expect(part()).toContain('For one reader')
    expect(document.querySelector('svg.qr-dense')).not.toBeNull()
    await click(button('Copy the invitation'))
    expect(window.asked('clipboard:write')[0]?.[0]).toMatch(/^lamplighter-fleet:/)
    await click(button('Done'))
    expect(document.querySelector('svg.qr')).toBeNull()
  })

  it('says what removing a machine means before it does it, and what came of it', async () => {
    const window = await open({ fleet: sampleFleet(NOW) })
    await click(button('Remove…'))
    expect(part()).toContain('Every login that it could renew is renewed now')
    await click(button('Keep it'))
    expect(window.asked('fleet:remove')).toEqual([])
    await click(button('Remove…'))
    await click(button('Remove rack'))
    expect(window.asked('fleet:remove')).toEqual([['1f00000000000002']])
    expect(part()).toContain('rack is removed. 1 login that it could renew was renewed since.')
    expect(part()).not.toContain('rackkeeper')
  })

  it('offers neither inviting nor removing where it cannot, and says what is wrong', async () => {
    const { fleet } = sampleFleet(NOW)
    const problem = { code: 'FLEET_UNREACHABLE', message: 'The register cannot be reached.' }
    await open({ fleet: { fleet: { ...fleet, administrator: false, problem } } })
    expect(part()).toContain('The register cannot be reached.')
    expect(part()).not.toContain('Invite')
  })
})

describe('a login in the detail', () => {
  it('is shared with the fleet, and taken out', async () => {
    const window = await openWindow(sampleOverview(NOW, twelve(NOW)), [], { fleet: sampleFleet(NOW) })
    const own = twelve(NOW).find(({ owner, can }) => owner.mode === 'own' && can.refresh)
    await click(row(own?.id ?? ''))
    await click(button('Share it with the fleet'))
    expect(window.asked('fleet:share')).toEqual([[own?.id]])
    await click(button('Take it out of the fleet'))
    expect(window.asked('fleet:take-out')).toEqual([[own?.id]])
    expect(button('Share it with the fleet')).toBeDefined()
  })
})
