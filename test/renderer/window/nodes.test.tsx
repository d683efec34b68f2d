// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../renderer/format/time.ts'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { sampleFleet } from '../../../renderer/preview/fake-fleet.ts'
import { crowdedNode, reachedNode, threeNodes } from '../../../renderer/preview/sample-nodes.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, openWindow, row, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button(/^Machines/))
  return opened
}

const heading = () => document.querySelector('h1')?.textContent
const text = () => document.querySelector('main')?.textContent ?? ''
const node = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-node="${id}"]`)
  if (!found) throw new Error(`no node ${id}`)
  return found
}

describe('the nodes screen', () => {
  it('says what a node is, and takes the first one', async () => {
    const window = await open()
    expect(heading()).toBe('Machines')
    expect(text()).toContain('other machines of yours')
    await click(button(/^Add/))
    expect(text()).toContain('Type where it is first')
    await type(field('Where is it?'), 'ada@nowhere.invalid')
    await click(button(/^Add/))
    expect(window.asked('node:add')).toEqual([['ada@nowhere.invalid']])
    expect(heading()).toBe('1 machine')
    expect(node('ada@nowhere.invalid').textContent).toContain('ssh does not know where')
    expect(node('ada@nowhere.invalid').textContent).toContain('on the same network')
    expect(field('Add a machine').value).toBe('')
    expect(document.activeElement).toBe(field('Add a machine'))
  })

  it('says why a destination was refused, and keeps what was typed', async () => {
    await open()
    await type(field('Where is it?'), 'ssh host')
    await click(button(/^Add/))
    expect(text()).toContain('“ssh host” is not one word.')
    expect(field('Where is it?').value).toBe('ssh host')
    expect(field('Where is it?').getAttribute('aria-invalid')).toBe('true')
  })

  it('shows how each node was reached, and its logins beside ours', async () => {
    await open({ nodes: threeNodes(NOW) })
    expect(heading()).toBe('3 machines')
    expect(node('ada@t440.lan').textContent).toContain('Lamplighter 0.1.0 runs there · looked 3 min ago')
    expect(node('backup-pi').textContent).toContain('A move or a loan needs somebody there')
    expect(node('root@build-farm.example.test').textContent).toContain(
      'host key of root@build-farm.example.test is not the one',
    )
    expect(node('root@build-farm.example.test').textContent).toContain('ssh-keygen -R')
    const rows = [...node('ada@t440.lan').querySelectorAll('.node-profile')]
    const newer = rows.find((one) => one.textContent?.includes('newer there'))
    expect(newer?.textContent).toContain('there5 h 10 min left')
    expect(newer?.textContent).toContain('here12 min left')
    expect(newer?.querySelector('[data-newer="true"]')?.textContent).toContain('there')
  })

  it('counts machines that ssh does not reach where ssh is spoken of, and not above a fleet', async () => {
    await open({ nodes: threeNodes(NOW), fleet: sampleFleet(NOW) })
    expect(document.querySelector('.screen-head')?.textContent).toBe('Machines')
    expect(document.querySelector('.fleet-after')?.textContent).toContain('Over ssh')
    expect(document.querySelector('.fleet-after')?.textContent).toContain('1 not reached')
  })

  it('shows what a node held when it last answered, and offers nothing while it cannot be reached', async () => {
    const failure = { code: 'NODE_UNREACHABLE', message: 'T440 does not answer.' }
    const reach = { kind: 'unreachable', atMs: NOW, failure } as const
    await open({ nodes: [{ ...reachedNode(NOW), reach }] })
    const card = node('ada@t440.lan')
    expect(card.querySelectorAll('.node-profile')).toHaveLength(6)
    expect([...card.querySelectorAll('button')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Look at T440 again',
      'Remove T440',
      null, // copies the technical detail
    ])
    await click(button(/^Logins/))
    await click(row('codex-work'))
    expect(document.querySelector('.detail')?.textContent).not.toContain('Send to')
  })

  it('puts a fork first, in a word and a shape, and counts it beside the name of the screen', async () => {
    await open({ nodes: threeNodes(NOW) })
    const [first] = node('ada@t440.lan').querySelectorAll('.node-profile')
    expect(first?.textContent).toContain('two owners')
    expect(first?.textContent).toContain('whoever renews first signs the other one out')
    expect(first?.querySelector('.glyph.tone-alarm')).toBeTruthy()
    expect(document.querySelector('[data-screen="nodes"]')?.textContent).toBe('Machines1 has two owners')
    await click(button(/^Settle: ops@example.test/))
    expect(heading()).toBe('How it comes over from T440')
  })

  it('folds a crowd, and shows it when asked', async () => {
    await open({ nodes: [crowdedNode(NOW, 40)] })
    expect(document.querySelectorAll('.node-profile')).toHaveLength(8)
    await click(button(/^Show 32 more/))
    expect(document.querySelectorAll('.node-profile')).toHaveLength(40)
  })

  it('looks again when asked', async () => {
    const window = await open({ nodes: [reachedNode(NOW)] })
    expect(window.asked('node:look')).toEqual([])
    await window.pass(HOUR)
    expect(node('ada@t440.lan').textContent).toContain('looked 1 h ago')
    await click(button('Look at T440 again'))
    expect(window.asked('node:look')).toEqual([['ada@t440.lan']])
    expect(node('ada@t440.lan').textContent).toContain('looked just now')
  })

  it('offers to trust a machine that does not know who asks, and tells it', async () => {
    const window = await open({ nodes: [{ ...reachedNode(NOW), stranger: true }] })
    expect(node('ada@t440.lan').textContent).toContain('not told which machine asks')
    await click(button('Trust T440'))
    expect(window.asked('node:trust')).toEqual([['ada@t440.lan']])
    expect(node('ada@t440.lan').textContent).not.toContain('not told')
  })

  it('says why a machine could not be told, and offers it again', async () => {
    const window = await open({ nodes: [{ ...reachedNode(NOW), stranger: true }] })
    window.bridge.refuse('node:trust', { code: 'NODE_UNREACHABLE', message: 'T440 does not answer.' })
    await click(button('Trust T440'))
    expect(node('ada@t440.lan').querySelector('[role="alert"]')?.textContent).toContain('does not answer')
    await click(button('Trust T440'))
    expect(node('ada@t440.lan').textContent).not.toContain('not told')
  })

  it('removes a node after naming what is borrowed from it', async () => {
    const window = await open({ nodes: [reachedNode(NOW)] })
    await click(button('Remove T440'))
    const dialog = document.querySelector('dialog') as HTMLElement
    expect(dialog.textContent).toContain('1 login here is borrowed from it and will expire: ada@acme.test')
    await click(button('Keep it', dialog))
    expect(window.asked('node:remove')).toEqual([])
    await click(button('Remove T440'))
    await click(button(/^Remove/, document.querySelector('dialog') as HTMLElement))
    expect(window.asked('node:remove')).toEqual([['ada@t440.lan']])
    expect(heading()).toBe('Machines')
  })

  it('says when the nodes cannot be read, and reads them again', async () => {
    const failure = { code: 'CONFIG_INVALID', message: 'config.json cannot be understood.' }
    const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], { nodes: [reachedNode(NOW)] })
    opened.bridge.refuse('nodes:get', failure)
    await click(button(/^Machines/))
    expect(document.querySelector('[role="alert"]')?.textContent).toContain(failure.message)
    await click(button('Look again'))
    expect(document.querySelector('[role="alert"]')).toBeNull()
  })
})
