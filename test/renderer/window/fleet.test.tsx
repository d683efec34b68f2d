// @vitest-environment happy-dom
/** The fleet under Machines, and in the detail of a login. */
import { describe, expect, it } from 'vitest'
import type { RequestName, Requests } from '../../../app/contract/channels.ts'
import type { Reply } from '../../../app/contract/failure.ts'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { sampleFleet } from '../../../renderer/preview/fake-fleet.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, meanwhile, openWindow, row, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button(/^Machines/))
  return opened
}

/** From now on that request is answered so. */
function answer<N extends RequestName>(
  { bridge }: Awaited<ReturnType<typeof openWindow>>,
  name: N,
  reply: () => Promise<Reply<ReturnType<Requests[N]>>>,
): void {
  const before = bridge.request.bind(bridge)
  const request = (asked: RequestName, ...args: never) =>
    asked === name ? reply() : before(asked, ...(args as never))
  Object.assign(bridge, { request })
}

const part = () => document.querySelector('[aria-labelledby="fleet-heading"]')?.textContent ?? ''

describe('the fleet under Machines', () => {
  it('is joined with an invitation', async () => {
    const window = await open()
    await click(button('Join one…'))
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
    expect(document.querySelector('figcaption')?.textContent).toContain('the camera of a phone shows it')
    await click(button(/^Copy the invitation/))
    expect(window.asked('clipboard:write')[0]?.[0]).toMatch(/^lamplighter-fleet:/)
    await click(button('Done'))
    expect(document.querySelector('svg.qr')).toBeNull()
  })

  it('says what removing a machine means before it does it, and what came of it', async () => {
    const window = await open({ fleet: sampleFleet(NOW) })
    await click(button('Remove rack from the fleet'))
    expect(part()).toContain('Every login that it could renew is renewed now')
    await click(button('Keep it'))
    expect(window.asked('fleet:remove')).toEqual([])
    await click(button('Remove rack from the fleet'))
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

describe('founding a fleet', () => {
  async function founding(more: Partial<FakeWorld> = {}) {
    const window = await open(more)
    await click(button('Found one…'))
    return window
  }

  it('sets up a register on this machine', async () => {
    const window = await founding()
    await click(button('Found the fleet'))
    expect(part()).toContain('Give it a name')
    expect(document.activeElement).toBe(field('What is the fleet called?'))
    await type(field('What is the fleet called?'), ' home ')
    await type(field('Port'), '70000')
    await click(button('Found the fleet'))
    expect(part()).toContain('A number from 1 to 65534.')
    await type(field('Port'), '2400')
    await type(field('How do the others reach this machine?'), 'attic.local')
    await click(button('Found the fleet'))
    const register = { kind: 'here', host: 'attic.local', port: 2400 }
    expect(window.asked('fleet:found')).toEqual([[{ name: 'home', register }]])
    expect(part()).toContain('Fleet home')
    expect(document.activeElement?.id).toBe('fleet-heading')
  })

  it('says that no other machine reaches it by a name that means itself, and lets the person go on', async () => {
    const window = await founding()
    await type(field('What is the fleet called?'), 'home')
    await type(field('How do the others reach this machine?'), 'localhost')
    expect(part()).toContain('No other machine reaches this one as localhost')
    await click(document.querySelector('input[value=there]') as HTMLElement)
    expect(part()).not.toContain('No other machine')
    await type(field('Address'), 'https://attic:1, https://127.0.0.1:2379')
    expect(part()).toContain('No other machine reaches this one as 127.0.0.1')
    await click(document.querySelector('input[value=here]') as HTMLElement)
    await click(button('Found the fleet'))
    expect(window.asked('fleet:found')).toHaveLength(1)
  })

  it('uses a register that is there', async () => {
    const window = await founding()
    await type(field('What is the fleet called?'), 'team')
    await type(field('What is this machine called there?'), 'rack')
    await click(document.querySelector('input[value=there]') as HTMLElement)
    await type(field('Address'), 'rack:2379')
    await click(button('Found the fleet'))
    expect(part()).toContain('Addresses that begin with https://')
    expect(part()).toContain('The password of that user.')
    expect(window.asked('fleet:found')).toEqual([])
    await type(field('Address'), 'https://a:2379, https://b:2379')
    await type(field('Password'), 'CANARY-root')
    await click(button('Found the fleet'))
    const members = ['https://a:2379', 'https://b:2379']
    const register = { kind: 'there', members, user: 'root', password: 'CANARY-root' }
    expect(window.asked('fleet:found')).toEqual([[{ name: 'team', machine: 'rack', register }]])
  })

  it('says what a person is to start, for as long as it waits', async () => {
    const window = await founding()
    await type(field('What is the fleet called?'), 'home')
    const stopped = { code: 'HOST_GONE', message: 'Stopped.' } as const
    let end: () => void = () => undefined
    answer(
      window,
      'fleet:found',
      () => new Promise((resolve) => (end = () => resolve({ ok: false, failure: stopped }))),
    )
    await click(button('Found the fleet'))
    const command = "etcd --data-dir '/home/ada/a folder'"
    await meanwhile(() => window.bridge.emit('fleet', { kind: 'by-hand', why: 'No systemd.', command }))
    expect(document.querySelector('.fleet-command')?.textContent).toBe(command)
    expect(part()).toContain('No systemd.')
    await click(button('Stop'))
    expect(window.asked('fleet:stop')).toEqual([[]])
    await meanwhile(() => end())
    expect(document.querySelector('.fleet-command')).toBeNull()
    expect(part()).not.toContain('Stopped.') // the person knows
  })

  it('shows the command of a failure below its words, to be copied', async () => {
    const window = await founding()
    await type(field('What is the fleet called?'), 'home')
    const command = "etcd --data-dir '/home/ada/a folder' --name lamplighter"
    const hint = `Or start etcd by hand, then do the same again: ${command}`
    window.bridge.refuse('fleet:found', {
      code: 'FLEET_UNREACHABLE',
      message: 'etcd does not answer.',
      hint,
      command,
    })
    await click(button('Found the fleet'))
    expect(document.querySelector('.note p')?.textContent).toBe(
      'etcd does not answer. Or start etcd by hand, then do the same again:',
    )
    expect(document.querySelector('.command-line code')?.textContent).toBe(command)
    await click(button('CopyCopied'))
    expect(window.asked('clipboard:write')).toEqual([[command]])
  })
})

describe('the fleet of this machine', () => {
  it('is looked at again when it is another: whoever comes has used the invitation', async () => {
    const sample = sampleFleet(NOW)
    const window = await open({ fleet: { ...sample, nodes: sample.nodes?.slice(0, 2) ?? [] } })
    await click(button('Invite a reader'))
    answer(window, 'fleet:get', async () => ({ ok: true, value: sample }))
    await meanwhile(() => window.bridge.emit('fleet', { kind: 'changed' }))
    expect(part()).toContain('laptop has joined the fleet.')
    expect(document.querySelector('svg.qr')).toBeNull()
    expect(window.store.getState().announcement).toBe('laptop has joined the fleet.')
  })

  it('keeps its machines on the page while its register is away', async () => {
    const sample = sampleFleet(NOW)
    const window = await open({ fleet: sample })
    const problem = { code: 'FLEET_UNREACHABLE', message: 'The register cannot be reached.' }
    const fleet = { ...sample.fleet, problem, contactMs: NOW - 180_000 }
    answer(window, 'fleet:get', async () => ({ ok: true, value: { fleet } }))
    await meanwhile(() => window.bridge.emit('fleet', { kind: 'changed' }))
    expect(part()).toContain('last contact 3 min ago')
    expect(part()).toMatch(/as they were known 3 min ago:.*attic.*rack.*laptop/)
    expect(document.querySelector('.fleet-past')?.textContent).toContain('rack')
    expect(part()).not.toContain('Remove…')
  })

  it('shares a login, and takes it out', async () => {
    const window = await open({ fleet: sampleFleet(NOW) })
    await click(button('Share a login…'))
    const item = document.querySelector<HTMLElement>('[role=menuitem]')
    const account = item?.textContent?.split(' · ')[0] ?? ''
    await click(item as HTMLElement)
    const [[id] = []] = window.asked('fleet:share')
    expect(part()).toContain(account)
    await click(button(`Take ${account} out of the fleet`))
    expect(window.asked('fleet:take-out')).toEqual([[id]])
    expect(part()).toContain('None yet.')
  })

  it('goes on with a register that was put back, once the administrator says that every keeper is there', async () => {
    const { fleet, nodes = [] } = sampleFleet(NOW)
    const problem = { code: 'FLEET_WENT_BACK', message: 'The register knows less than it did.' }
    const window = await open({ fleet: { fleet: { ...fleet, problem }, nodes } })
    expect(part()).toContain('Start Lamplighter on every keeper first')
    await click(button('All keepers are connected: go on'))
    expect(window.asked('fleet:confirm-restore')).toEqual([[]])
    expect(part()).toContain('in contact')
    expect(part()).not.toContain('knows less')
  })

  it('leaves a register that was put back to its administrator', async () => {
    const { fleet } = sampleFleet(NOW)
    const problem = { code: 'FLEET_WENT_BACK', message: 'The register knows less than it did.' }
    await open({ fleet: { fleet: { ...fleet, administrator: false, problem } } })
    expect(part()).not.toContain('All keepers are connected')
  })

  it('says what leaving means before this machine leaves', async () => {
    const window = await open({ fleet: sampleFleet(NOW) })
    await click(button('Leave the fleet…'))
    expect(part()).toContain('without it nobody is admitted or removed any more')
    await click(button('Stay'))
    await click(button('Leave the fleet…'))
    await click(button('Leave it'))
    expect(window.asked('fleet:leave')).toEqual([[true]])
    expect(button('Found one…')).toBeDefined()
  })
})

describe('a login in the detail', () => {
  it('is shared with the fleet, and taken out', async () => {
    const window = await openWindow(sampleOverview(NOW, twelve(NOW)), [], { fleet: sampleFleet(NOW) })
    const own = twelve(NOW).find(({ owner, can }) => owner.mode === 'own' && can.refresh)
    await click(row(own?.id ?? ''))
    await click(button('Share it with the fleet'))
    expect(window.asked('fleet:share')).toEqual([[own?.id]])
    expect(document.body.textContent).toContain('Held by the fleet, in contact.')
    await click(button('Take it out of the fleet'))
    expect(window.asked('fleet:take-out')).toEqual([[own?.id]])
    expect(button('Share it with the fleet')).toBeDefined()
  })
})
