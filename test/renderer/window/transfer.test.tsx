// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../renderer/format/time.ts'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { crowdedNode, reachedNode, threeNodes } from '../../../renderer/preview/sample-nodes.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, meanwhile, openWindow, row } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button(/^Machines/))
  return opened
}

const heading = () => document.querySelector('h1')?.textContent
const text = () => document.querySelector('main')?.textContent ?? ''
const radio = (name: string, inside: ParentNode = document) => {
  const found = inside.querySelector<HTMLInputElement>(`input[type="radio"][aria-label="${name}"]`)
  if (!found) throw new Error(`no way ${name}`)
  return found
}
const disabled = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true'

describe('bringing logins over', () => {
  it('goes from the choice to the result, naming each price before anything is asked', async () => {
    const window = await open({ nodes: [reachedNode(NOW)] })
    await click(button('Bring logins over from T440'))
    expect(heading()).toBe('Bring logins over from T440')
    expect(document.activeElement).toBe(document.querySelector('h1'))
    expect(text()).toContain('2 logins chosen')
    await click(button('Next: how'))
    expect(document.activeElement).toBe(document.querySelector('h1'))
    expect(text()).toContain('T440 gives up its refresh token')
    expect(text()).toContain('Google does not rotate refresh tokens')
    expect(document.querySelectorAll('input[type="radio"]:checked')).toHaveLength(2)
    await click(radio('Move'))
    await click(button('Next: check'))
    expect(heading()).toBe('Before anything is written')
    expect(text()).toContain('T440Gives up its refresh token')
    expect(text()).toContain('Written to OpenClaw · main, OpenClaw · research and 2 more')
    expect(window.asked('node:bring')).toEqual([])
    await click(button('Bring 2 logins over'))
    expect(window.asked('node:bring')).toEqual([
      [
        'ada@t440.lan',
        [
          { profileId: 'there-newer-there', way: 'move' },
          { profileId: 'there-only-there', way: 'copy' },
        ],
      ],
    ])
    expect(heading()).toBe('2 logins brought over')
    expect(document.activeElement).toBe(document.querySelector('h1'))
    expect(document.querySelector('[role="status"]')?.textContent).toBe('2 logins brought over.')
    await click(button(/^Take back/))
    expect(window.asked('import:undo')).toHaveLength(1)
    expect(heading()).toBe('Taken back')
    expect(document.activeElement).toBe(document.querySelector('h1'))
    await click(button('Done'))
    expect(heading()).toBe('1 machine')
    expect(document.activeElement).toBe(document.querySelector('h1'))
  })

  it('wants a tick for an emergency, and leads to it', async () => {
    await open({ nodes: threeNodes(NOW) })
    await click(button(/^Settle/))
    await click(radio('Copy'))
    expect(disabled(button('Next: check'))).toBe(true)
    await click(button('Next: check'))
    const tick = document.querySelector<HTMLInputElement>('.way-agree input')
    expect(document.activeElement).toBe(tick)
    await click(tick as HTMLElement)
    await click(button('Next: check'))
    expect(heading()).toBe('Before anything is written')
  })

  it('says why a way is not possible', async () => {
    await open({ nodes: threeNodes(NOW) })
    await click(button(/^Bring over: nightly/))
    expect(radio('Move').disabled).toBe(true)
    expect(radio('Sign in here').checked).toBe(true)
    expect(text()).toContain('That needs Lamplighter on backup-pi')
  })

  it('sends the newer copy there from its row', async () => {
    await open({ nodes: [reachedNode(NOW)] })
    await click(button('Send there: ada@example.test, xAI'))
    expect(heading()).toBe('How it goes to T440')
  })

  it('says where a move stands that did not come to its end', async () => {
    const node = reachedNode(NOW)
    const note = 'T440 has given it up at 14:02; this machine asks for it again at the next look.'
    await open({ nodes: [{ ...node, profiles: node.profiles.map((one) => ({ ...one, note })) }] })
    expect(document.querySelector('.node-profile')?.textContent).toContain(note)
  })

  it('says why a login cannot be chosen at all', async () => {
    await open({ nodes: [reachedNode(NOW)] })
    await click(button('Bring logins over from T440'))
    const row = [...document.querySelectorAll('.transfer-pick')].find((one) =>
      one.textContent?.includes('ada@laptop.test'),
    )
    expect(row?.querySelector('input')?.disabled).toBe(true)
    expect(row?.textContent).toContain('Claude Code keeps its login in the keychain.')
  })

  it('shows one way for each of fifteen, and all of them when asked', async () => {
    await open({ nodes: [crowdedNode(NOW, 15)] })
    await click(button('Bring logins over from T440'))
    await click(button('None'))
    expect(disabled(button('Next: how'))).toBe(true)
    await click(button('All 15'))
    await click(button('Next: how'))
    expect(document.querySelectorAll('input[type="radio"]')).toHaveLength(0)
    await click(button('Sign in here'))
    expect(document.querySelectorAll('.way-chosen')).toHaveLength(15)
    expect(text()).toContain('Sign in here. A login of its own')
    await click(button('As suggested'))
    await click(button('Another way for agent-01@fleet.example.test'))
    expect(document.activeElement).toBe(radio('Borrow'))
  })

  it('tells each failure in its row, with the way on for a sign-in', async () => {
    const window = await open({ nodes: [crowdedNode(NOW, 15)] })
    await click(button('Bring logins over from T440'))
    await click(button('Next: how'))
    await click(button('Another way for agent-04@fleet.example.test'))
    await click(radio('Copy'))
    await click(document.querySelector('.way-agree input') as HTMLElement)
    await click(button('Next: check'))
    await click(button('Bring 15 logins over'))
    expect(heading()).toBe('13 of 15 logins brought over')
    const [first, second] = document.querySelectorAll('.transfer-row')
    expect(first?.textContent).toContain('is held by OpenClaw')
    expect(first?.textContent).toContain('the next try is automatic')
    expect(second?.textContent).toContain('Waits for you to sign in.')
    button(/^Continue signing in: agent-11/).focus()
    await click(button(/^Continue signing in: agent-11/))
    expect(document.querySelector('dialog')?.textContent).toContain('Sign in to OpenAI Codex')
    const loginId = window.store.getState().logins['login-1']?.id ?? ''
    await meanwhile(() =>
      window.bridge.step(loginId, { kind: 'done', profileId: 'new', account: 'agent-11' }),
    )
    expect(document.querySelector('dialog')).toBeNull()
    expect(document.querySelector('.import-rows')?.textContent).toContain('Signed in')
    expect(document.activeElement?.textContent).toContain('agent-11')
    expect(heading()).toBe('14 of 15 logins brought over')
  })

  it('offers to begin again when a sign-in was given up', async () => {
    const window = await open({ nodes: [reachedNode(NOW)] })
    await click(button('Bring over: ada@example.test, OpenAI Codex'))
    await click(radio('Sign in here'))
    await click(button('Next: check'))
    await click(button('Bring 1 login over'))
    expect(heading()).toBe('1 login waits for you to sign in')
    await click(button(/^Continue signing in/))
    await click(button('Cancel', document.querySelector('dialog') as HTMLElement))
    expect(text()).toContain('You cancelled the sign-in.')
    await click(button(/^Sign in again: ada@example.test/))
    expect(window.asked('login:start')).toEqual([[{ providerId: 'openai-codex' }]])
  })

  it('says what is done while it is being done, and stays when the person looks elsewhere', async () => {
    const window = await open({ nodes: [crowdedNode(NOW, 15)] })
    await click(button('Bring logins over from T440'))
    await click(button('Next: how'))
    await click(button('Next: check'))
    let answer: () => void = () => undefined
    const { request } = window.bridge
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    Object.assign(window.bridge, {
      request: (...args: unknown[]) => held.then(() => Reflect.apply(request, window.bridge, args)),
    })
    await click(button('Bring 15 logins over'))
    expect(heading()).toBe('Bringing 15 logins over…')
    expect(document.activeElement).toBe(document.querySelector('h1'))
    const [login] = crowdedNode(NOW, 1).profiles
    await meanwhile(() =>
      window.bridge.emit('history', {
        id: 'e1',
        atMs: NOW + 1,
        kind: 'imported',
        profileId: 'here',
        providerId: login?.providerId ?? '',
        account: login?.account ?? '',
        message: 'Borrowed.',
        askedBy: 'person',
        process: 'lamplighter',
        pid: 1,
      }),
    )
    expect(text()).toContain('1 of 15')
    await click(button('History'))
    await meanwhile(answer)
    await click(button(/^Machines/))
    expect(heading()).toBe('13 of 15 logins brought over')
  })
})

describe('a login in the list', () => {
  it('is sent to a node from its detail', async () => {
    const window = await open({ nodes: [reachedNode(NOW)] })
    await click(button(/^Logins/))
    await click(row('codex-work'))
    await click(button('Send to T440…'))
    expect(heading()).toBe('How it goes to T440')
    expect(radio('Lend').checked).toBe(true)
    await click(button('Next: check'))
    await click(button('Send 1 login'))
    expect(window.asked('node:send')).toEqual([
      ['ada@t440.lan', [{ profileId: 'codex-work', way: 'borrow' }]],
    ])
    expect(heading()).toBe('1 login sent')
  })

  it('asks which node where there are several', async () => {
    const other = { ...reachedNode(NOW), id: 'pi', name: 'backup-pi' }
    await open({ nodes: [reachedNode(NOW), other] })
    await click(button(/^Logins/))
    await click(row('codex-work'))
    await click(button('Send to machine…'))
    await click(button('backup-pi'))
    expect(heading()).toBe('How it goes to backup-pi')
  })

  it('offers no node that would not take it', async () => {
    await open({ nodes: [reachedNode(NOW)] })
    await click(button(/^Logins/))
    await click(row('gemini-ada'))
    expect(document.querySelector('.detail')?.textContent).not.toContain('Send to')
  })

  it('says from whom it is borrowed, and is taken over after a tick', async () => {
    const window = await open({ nodes: [reachedNode(NOW)] })
    await click(button(/^Logins/))
    await click(row('acme-ada'))
    const detail = document.querySelector('.detail') as HTMLElement
    expect(detail.textContent).toContain('Borrowed from T440, good for 31 min.')
    expect(detail.textContent).toContain('Lamplighter 0.1.0 runs there, looked 3 min ago')
    await click(button('Take over…'))
    const dialog = document.querySelector('dialog') as HTMLElement
    expect(dialog.textContent).toContain('two owners')
    await click(button(/^Take over/, dialog))
    expect(window.asked('node:take-over')).toEqual([])
    await click(dialog.querySelector('input') as HTMLElement)
    await click(button(/^Take over/, dialog))
    expect(window.asked('node:take-over')).toEqual([['acme-ada']])
    await click(button('Continue signing in'))
    expect(document.querySelector('dialog')?.textContent).toContain('Sign in to Acme OIDC')
  })

  it('says who is waited for once its token has lapsed', async () => {
    const lapsed = twelve(NOW).map((profile) =>
      profile.id === 'acme-ada'
        ? {
            ...profile,
            status: { kind: 'held', by: 'T440', expired: true } as const,
            accessExpiresAtMs: NOW - HOUR,
          }
        : profile,
    )
    await openWindow(sampleOverview(NOW, lapsed))
    expect(row('acme-ada').textContent).toContain('waiting for T440')
    await click(row('acme-ada'))
    expect(document.querySelector('.callout')?.textContent).toContain('Waiting for T440; expired 1 h ago.')
  })
})
