// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { sampleFleet } from '../../../renderer/preview/fake-fleet.ts'
import { threeNodes } from '../../../renderer/preview/sample-nodes.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { samplePrograms } from '../../../renderer/preview/sample-programs.ts'
import { openWindow, press, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const field = () => document.querySelector<HTMLInputElement>('.palette input') as HTMLInputElement
const items = () => [...document.querySelectorAll('.palette-item')].map((one) => one.textContent)
const chord = (key: string, over: object = { ctrlKey: true }) =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over })
    document.body.dispatchEvent(event)
  })

async function open(more: Partial<FakeWorld> = {}) {
  const window = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await chord('k')
  return window
}

describe('the command palette', () => {
  it('offers every action with its key, those of the selected login first', async () => {
    await open()
    expect(items()[0]).toBe('Sign inops@example.test, AnthropicS')
    for (const action of [
      'Add a login',
      'Renew all that is due',
      'Pause until resumed',
      'Settings',
      'Support bundle…',
    ]) {
      expect(items().some((one) => one?.startsWith(action))).toBe(true)
    }
    expect(items()).toContain('HistoryGo to4')
  })

  it('does what a few letters and Enter say', async () => {
    const window = await open()
    await type(field(), 'pause resumed')
    expect(items()).toHaveLength(1)
    await press('Enter', field())
    expect(window.asked('schedule:pause')).toEqual([[]])
    expect(document.querySelector('.palette')).toBeNull()
    await chord('k')
    expect(items().some((one) => one?.startsWith('Resume renewing'))).toBe(true)
  })

  it('finds logins, by arrow and Enter', async () => {
    const window = await open()
    await type(field(), 'build-bot')
    await press('ArrowDown', field())
    await press('Enter', field())
    expect(window.store.getState().selectedId).toBe('acme-bot')
    await chord('k')
    await type(field(), 'nobody-of-that-name')
    expect(document.querySelector('.palette-none')?.textContent).toContain('Nothing matches')
    await press('Enter', field())
    expect(document.querySelector('.palette')).toBeTruthy()
  })

  it.each([
    ['fleet', 'Found a fleet'],
    ['invitation', 'Join a fleet'],
    ['ssh host', 'Add a machine'],
    ['docker', 'Let a container in'],
    ['connect aws', 'Connect AWS'],
    ['git', 'Connect git'],
    ['bug', 'Support bundle…'],
  ])('finds by “%s” what is behind buttons elsewhere', async (words, action) => {
    await open({ programs: samplePrograms(NOW, true) })
    await type(field(), words)
    expect(items().some((one) => one?.startsWith(action))).toBe(true)
  })

  it('puts what says it before what only means it', async () => {
    await open({ programs: samplePrograms(NOW) })
    await type(field(), 'connect')
    expect(items()[0]).toMatch(/^Connect /)
    expect(items().some((one) => one?.startsWith('Details of git'))).toBe(true)
  })

  it('opens what it finds there', async () => {
    const window = await open()
    await type(field(), 'join')
    await press('Enter', field())
    expect(window.store.getState().screen).toBe('nodes')
    expect(document.querySelector('[aria-label="Join a fleet"]')).toBeTruthy()
    await chord('k')
    await type(field(), 'add machine')
    await press('Enter', field())
    expect(document.activeElement?.closest('.add-node')).toBeTruthy()
  })

  it('offers of a fleet and of machines what can be done there now', async () => {
    const window = await open({ fleet: sampleFleet(NOW), nodes: threeNodes(NOW) })
    await type(field(), 'invite reader')
    expect(items()).toEqual(['Invite a readerFleet'])
    await type(field(), 'T440')
    expect(items()).toEqual([
      'Bring logins over from T440Machines',
      'Send logins to T440Machines',
      'Look at T440 againMachines',
      'Remove T440Machines',
    ])
    await type(field(), 'remove rack')
    await press('Enter', field())
    expect(window.store.getState().fleet.removing).toBe('1f00000000000002')
  })

  it('lists programs that are not here only to whoever types something of them', async () => {
    const programs = samplePrograms(NOW, true)
    await open({ programs })
    const absent = programs.consumers.find(({ foundAt }) => foundAt === undefined) ?? expect.fail()
    expect(items().some((one) => one?.startsWith(`Connect ${absent.name}`))).toBe(false)
    await type(field(), absent.id)
    expect(items().some((one) => one?.startsWith(`Connect ${absent.name}`))).toBe(true)
  })

  it('says which one Enter would take', async () => {
    await open()
    await press('ArrowUp', field())
    const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '')
    expect(active?.getAttribute('aria-selected')).toBe('true')
    expect(active?.textContent).toContain('Keyboard shortcuts')
  })
})

describe('keys with Ctrl or Cmd', () => {
  it('search and go to the settings, even while text is typed, and nothing under a dialog', async () => {
    const window = await openWindow(sampleOverview(NOW, twelve(NOW)))
    await chord('f', { metaKey: true })
    expect((document.activeElement as HTMLInputElement).type).toBe('search')
    await chord(',')
    expect(window.store.getState().screen).toBe('settings')
    await chord('k')
    await chord(',')
    expect(window.store.getState().dialog).toEqual({ kind: 'palette' })
  })
})
