// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '../../../app/contract/views.ts'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, meanwhile, openWindow, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample ada@example.test'

async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button('Machines'))
  await click(button('Export…'))
  return opened
}

const dialog = () => document.querySelector('dialog') as HTMLElement
const rows = () => [...dialog().querySelectorAll<HTMLElement>('.export-row')]
const box = (row: HTMLElement | undefined) => row?.querySelector('input') as HTMLInputElement
const forks = () => rows().filter((row) => row.textContent?.includes('two owners'))
const bound = () => rows().filter((row) => row.textContent?.includes('Stays here'))
const asked = (window: Awaited<ReturnType<typeof open>>): readonly ExportRequest[] =>
  window.bridge.asked.filter(({ name }) => name === 'export:save').map(({ args }) => args[0] as ExportRequest)
const go = () => click(button(/^Export \d+ login/, dialog()))

describe('an export', () => {
  it('chooses what may go, and says of every other login why it does not', async () => {
    await open()
    expect(rows().length).toBe(12)
    expect(forks().length).toBeGreaterThan(0)
    expect(bound().length).toBeGreaterThan(0)
    for (const row of forks()) expect([box(row).checked, box(row).disabled]).toEqual([false, false])
    for (const row of bound()) expect([box(row).checked, box(row).disabled]).toEqual([false, true])
    const [free] = rows()
    expect([box(free).checked, free?.textContent]).toEqual([true, expect.not.stringContaining('owners')])
    const why = box(bound()[0]).getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(why)?.textContent).toContain('keeps and renews it')
  })

  it('asks for a passphrase twice, then writes, and says where and what stayed', async () => {
    const window = await open()
    await go()
    expect(dialog().textContent).toContain('At least 8 characters')
    expect(document.activeElement).toBe(field('Passphrase'))
    await type(field('Passphrase'), 'lamp post at dusk')
    await type(field('Once more'), 'lamp post at dawn')
    await go()
    expect(dialog().textContent).toContain('The two differ.')
    expect(asked(window)).toEqual([])
    await type(field('Once more'), 'lamp post at dusk')
    await go()
    expect(asked(window)).toMatchObject([
      { protection: { passphrase: 'lamp post at dusk' }, withForks: false },
    ])
    expect(dialog().textContent).toContain('/home/ada/Documents/lamplighter-logins')
    expect(dialog().querySelectorAll('.export-left').length).toBe(
      12 - (asked(window)[0]?.profileIds.length ?? 0),
    )
    await click(button('Done'))
    expect(document.querySelector('dialog')).toBeNull()
    expect(JSON.stringify(window.store.getState())).not.toContain('lamp post at dusk')
  })

  it('takes keys in place of a passphrase, one for each line', async () => {
    const window = await open()
    await click(dialog().querySelector('input[value="keys"]') as HTMLElement)
    await go()
    expect(dialog().textContent).toContain('Paste at least one key.')
    const text = dialog().querySelector('textarea') as HTMLTextAreaElement
    await typeInto(text, `# ada\n${KEY}\n\n`)
    await go()
    expect(asked(window)[0]?.protection).toEqual({ recipients: [KEY] })
  })

  it('takes along what would have two owners only after the person said so', async () => {
    const window = await open()
    await click(box(forks()[0]))
    await type(field('Passphrase'), 'lamp post at dusk')
    await type(field('Once more'), 'lamp post at dusk')
    await go()
    expect(asked(window)).toEqual([])
    expect(dialog().textContent).toContain('Say that this is what you want')
    await click(dialog().querySelector('input[name="sure"]') as HTMLElement)
    await go()
    expect(asked(window)[0]?.withForks).toBe(true)
  })

  it('stays open with what was typed when it could not be written, or no place was chosen', async () => {
    const window = await open()
    await type(field('Passphrase'), 'lamp post at dusk')
    await type(field('Once more'), 'lamp post at dusk')
    window.bridge.refuse('export:save', { code: 'STORE_UNWRITABLE', message: 'The disk is full.' })
    await go()
    expect(dialog().querySelector('[role="alert"]')?.textContent).toContain('The disk is full.')
    expect(field('Passphrase').value).toBe('lamp post at dusk')
    await go()
    expect(dialog().textContent).toContain('Left out')
  })

  it('says when nothing can be listed, and when there is nothing', async () => {
    const opened = await openWindow(sampleOverview(NOW, []), [])
    await meanwhile(() => opened.actions.show('nodes'))
    await click(button('Export…'))
    expect(dialog().textContent).toContain('There is no login on this machine yet.')
  })
})

describe('an import of a file for a key', () => {
  const KEYED = '/home/ada/Downloads/t440-keyed.age'
  async function openKeyed(identity: string | undefined) {
    const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], { chosen: KEYED, identity })
    await click(button('Machines'))
    await click(button('Import…'))
    await click(button('Choose a file…'))
    return opened
  }
  const heading = () => document.querySelector('h1')?.textContent

  it('asks for the key, and opens with it', async () => {
    const window = await openKeyed('/home/ada/.ssh/id_ed25519')
    expect(document.body.textContent).toContain('t440-keyed.age is encrypted to a key')
    expect(document.activeElement).toBe(button('Choose the key…'))
    await click(button('Choose the key…'))
    expect(heading()).toBe('8 logins in this file')
    expect(window.bridge.asked.at(-1)?.args).toEqual([KEYED, undefined, '/home/ada/.ssh/id_ed25519'])
  })

  it('says why a key does not open it, and takes another', async () => {
    await openKeyed('/home/ada/other')
    await click(button('Choose the key…'))
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('encrypted to another key')
    expect(button('Choose another key…')).toBeTruthy()
    await click(button('Cancel'))
    expect(heading()).toBe('Import')
  })

  it('asks for the passphrase of a key that has one', async () => {
    await openKeyed('/home/ada/key.age')
    await click(button('Choose the key…'))
    expect(document.body.textContent).toContain('key.age is protected by a passphrase')
    await type(field('Passphrase'), 'correct horse battery staple')
    await click(button(/^Open/))
    expect(heading()).toBe('8 logins in this file')
  })

  it('stays where it was when no key is chosen', async () => {
    await openKeyed(undefined)
    await click(button('Choose the key…'))
    expect(document.body.textContent).toContain('t440-keyed.age is encrypted to a key')
  })
})

function typeInto(area: HTMLTextAreaElement, text: string): Promise<void> {
  return meanwhile(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
