// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { sampleDoors, withGuests } from '../../../renderer/preview/sample-doors.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { samplePrograms } from '../../../renderer/preview/sample-programs.ts'
import { button, choose, click, field, openWindow, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const HOUR = 3_600_000
async function open(isBare = false) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], {
    programs: isBare ? samplePrograms(NOW, true) : withGuests(samplePrograms(NOW), NOW),
    doors: isBare ? [] : sampleDoors(NOW),
  })
  await click(button(/^Programs/))
  return opened
}

const doors = () => document.querySelector('.doors')
const dialog = () => document.querySelector('dialog')
const radio = (value: string) =>
  dialog()?.querySelector<HTMLElement>(`input[value="${value}"]`) as HTMLElement
const login = (at: number) =>
  dialog()?.querySelectorAll<HTMLElement>('input[type="checkbox"]')[at] as HTMLElement

describe('the containers on the screen Programs', () => {
  it('show where they stand, for whom, until when, who asked, and what keeps one shut', async () => {
    const { pass } = await open()
    const [builder, machine] = [...(doors()?.querySelectorAll('li') ?? [])].map((row) => row.textContent)
    expect(builder).toContain('7 h 12 min left · through a mounted folder')
    expect(builder).toContain('ada@example.test')
    expect(builder).toContain('4 min ago')
    expect(machine).toContain('until you shut it out · through port 9465')
    expect(machine).toContain('ada@example.test and 1 more')
    expect(machine).toContain('cannot get in')
    await pass(8 * HOUR)
    expect(doors()?.textContent).toContain('its time is up')
  })

  it('are counted at the top, where there are any', async () => {
    await open()
    expect(document.querySelector('.summary')?.textContent).toBe(
      'Programs1 not working1 connected2 containers let in2 can be connected',
    )
    await open(true)
    expect(document.querySelector('.summary')?.textContent).toBe('Programs4 can be connected')
  })

  it('are told apart from the programs that asked', async () => {
    await open()
    const others = document.querySelector('[aria-label="Other programs that asked"]')?.textContent
    expect(others).toContain('nightly-report')
    expect(others).not.toContain('door builder')
  })

  it('are opened with a name and a login, and what is missing is said where it is', async () => {
    const window = await open(true)
    await click(button('Let one in…'))
    await click(button('Let it in'))
    expect(window.asked('door:add')).toEqual([])
    expect(dialog()?.textContent).toContain('Choose at least one login.')
    expect(document.activeElement).toBe(field('What do you call it?'))
    await type(field('What do you call it?'), 'builder')
    await click(login(1))
    await click(button('Let it in'))
    const [[request] = []] = window.asked('door:add')
    expect(request).toMatchObject({ name: 'builder', forMs: 8 * HOUR })
    expect(request).not.toHaveProperty('port')
    expect(dialog()?.textContent).toContain('builder is let in')
    expect(dialog()?.textContent).not.toContain('shown this once')
    await click(button('Done'))
    expect(doors()?.textContent).toContain('8 h left')
  })

  it('show the key of a port once, to be copied', async () => {
    const window = await open(true)
    await click(button('Let one in…'))
    await type(field('What do you call it?'), 'vm')
    await click(login(0))
    await choose(dialog()?.querySelector('select') ?? null, 'open')
    await click(radio('port'))
    await type(field('Which port of this machine?'), '70000')
    await click(button('Let it in'))
    expect(dialog()?.textContent).toContain('A number from 1 to 65535.')
    await type(field('Which port of this machine?'), '9470')
    await click(button('Let it in'))
    expect(window.asked('door:add')).toEqual([[expect.objectContaining({ name: 'vm', port: 9470 })]])
    expect(window.asked('door:add')[0]?.[0]).not.toHaveProperty('forMs')
    expect(dialog()?.textContent).toContain('shown this once: example-key-of-a-door')
    await click(button(/^Copy the key/))
    expect(window.asked('clipboard:write')).toEqual([['example-key-of-a-door']])
    await click(button('Done'))
    await click(button('Details of vm'))
    expect(dialog()?.textContent).not.toContain('shown this once')
    expect(JSON.stringify(window.store.getState().dialog)).not.toContain('example-key')
  })

  it('keep what was typed where one cannot be opened', async () => {
    const window = await open()
    await click(button('Let one in…'))
    await type(field('What do you call it?'), 'builder')
    await click(login(0))
    await click(button('Let it in'))
    expect(dialog()?.textContent).toContain('There is a door "builder" already.')
    expect(field('What do you call it?').value).toBe('builder')
    expect(window.asked('door:add')).toHaveLength(1)
  })

  it('are closed', async () => {
    const window = await open()
    await click(button('Details of windows-vm'))
    expect(dialog()?.textContent).toContain('port 9465 cannot be opened')
    expect(dialog()?.textContent).toContain('Bearer KEY')
    await click(button('Shut it out'))
    expect(window.asked('door:remove')).toEqual([['windows-vm']])
    expect(dialog()).toBeNull()
    expect(doors()?.textContent).not.toContain('windows-vm')
  })
})
