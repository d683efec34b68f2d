// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import {
  BUNDLE_PATH,
  PASSPHRASE,
  samplePlan,
  sampleResult,
} from '../../../renderer/preview/sample-imports.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, field, meanwhile, openWindow, option, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const BROKEN = {
  code: 'IMPORT_UNREADABLE',
  message: 'notes.txt is not a file of logins.',
  hint: 'Choose another.',
}
async function open(more: Partial<FakeWorld> = {}) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], more)
  await click(button('Machines'))
  await click(button('Import…'))
  return opened
}

const box = (account: string) => {
  const row = [...document.querySelectorAll('.import-row')].find((one) => one.textContent?.includes(account))
  const check = row?.querySelector<HTMLInputElement>('input')
  if (!row || !check) throw new Error(`no row ${account}`)
  return { row, check }
}
const drop = (file: File) =>
  meanwhile(() => {
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [file], types: ['Files'] },
    })
    document.querySelector('.import-page')?.dispatchEvent(event)
  })
const chooseFile = () => click(button('Choose a file…'))
const heading = () => document.querySelector('h1')?.textContent

describe('an import', () => {
  it('shows each login of the file with its verdict and what it would do', async () => {
    await open()
    await chooseFile()
    expect(heading()).toBe('8 logins in this file')
    const { row, check } = box('ada@gmail.test')
    expect(row.textContent).toContain('newer')
    expect(row.textContent).toContain('It takes the place of the one in 5 places at once.')
    expect(row.textContent).toContain('Written to OpenClaw · main, OpenClaw · research and 3 more')
    expect(row.textContent).toContain('52 min left')
    expect(check.checked).toBe(true)
    const described = (check.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id))
    expect(described.map((one) => one?.textContent).join(' ')).toContain('newer It takes the place')
  })

  it('chooses what is suggested, and keeps out what cannot be chosen', async () => {
    await open()
    await chooseFile()
    expect(box('charles-babbage').check.checked).toBe(false)
    expect(box('qwen:docs').check.disabled).toBe(true)
    expect(button('Import 2 logins')).toBeTruthy()
    await click(box('ada@gmail.test').check)
    await click(box('minimax:default').check)
    expect(button('Choose a login').getAttribute('aria-disabled')).toBe('true')
  })

  it('writes what was chosen and says where, what failed, and how to go back', async () => {
    const window = await open()
    await chooseFile()
    await click(button('Import 2 logins'))
    expect(window.asked('import:apply')).toEqual([
      ['plan-1', expect.arrayContaining(['row-newer-ada@gmail.test', 'row-new-minimax:default'])],
    ])
    expect(heading()).toBe('2 logins imported')
    const result = document.querySelector('.result')?.textContent
    expect(result).toContain('Written to Lamplighter’s vault')
    expect(result).toContain('billing/agent/auth-profiles.json.lock is held by OpenClaw')
    expect(result).toContain('backups/20260303094107-7f3a2c')
    await click(button(/^Undo/))
    expect(window.asked('import:undo')).toHaveLength(1)
    expect(heading()).toBe('The import was taken back')
    expect([...document.querySelectorAll('button')].some((one) => one.textContent?.startsWith('Undo'))).toBe(
      false,
    )
  })

  it('asks once more before a login gets two owners', async () => {
    const window = await open()
    await chooseFile()
    await click(box('ops@example.test').check)
    await click(button('Import 3 logins'))
    const dialog = document.querySelector('dialog') as HTMLElement
    expect(dialog.textContent).toContain('Anthropic accepts each refresh token once')
    await click(button('Import 3 logins', dialog))
    expect(window.asked('import:apply')).toEqual([])
    await click(dialog.querySelector('input') as HTMLElement)
    await click(button('Import 3 logins', dialog))
    expect(window.asked('import:apply')).toHaveLength(1)
    expect(heading()).toBe('3 logins imported')
  })

  it('goes back from that question without writing', async () => {
    const window = await open()
    await chooseFile()
    await click(box('ops@example.test').check)
    await click(button('Import 3 logins'))
    await click(button('Go back'))
    expect(document.querySelector('dialog')).toBeNull()
    expect(window.asked('import:apply')).toEqual([])
    expect(box('ops@example.test').check.checked).toBe(true)
  })

  it('asks for the passphrase of an encrypted file until it opens', async () => {
    const window = await open({ chosen: BUNDLE_PATH })
    await chooseFile()
    expect(document.body.textContent).toContain('t440-logins.age is protected by a passphrase')
    expect(field('Passphrase').type).toBe('password')
    expect(field('Passphrase').getAttribute('aria-invalid')).toBe('false')
    await click(button(/^Open/))
    expect(document.body.textContent).toContain('Type the passphrase first.')
    await type(field('Passphrase'), 'guess')
    await click(button(/^Open/))
    expect(document.body.textContent).toContain('That passphrase does not open the file.')
    await type(field('Passphrase'), PASSPHRASE)
    await click(button(/^Open/))
    expect(heading()).toBe('8 logins in this file')
    expect(window.asked('import:plan').at(-1)).toEqual([BUNDLE_PATH, PASSPHRASE])
    expect(JSON.stringify(window.store.getState().importing)).not.toContain(PASSPHRASE)
  })

  it('takes a file that was dropped', async () => {
    const window = await open()
    await drop(new File([], 'auth-profiles.json'))
    expect(window.asked('import:plan')).toEqual([['/home/ada/Downloads/auth-profiles.json']])
    await click(button('Cancel'))
    await drop(new File([], ''))
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('not a file on this machine')
  })

  it('stays where it was when no file is chosen', async () => {
    const window = await open({ chosen: undefined })
    await chooseFile()
    expect(window.store.getState().importing).toEqual({ kind: 'idle' })
    expect(button('Choose a file…')).toBeTruthy()
  })

  it('says why a file cannot be read, and takes the next one', async () => {
    const window = await open()
    window.bridge.refuse('import:choose', BROKEN)
    await chooseFile()
    expect(document.querySelector('[role="alert"]')?.textContent).toContain(BROKEN.message)
    await chooseFile()
    expect(heading()).toBe('8 logins in this file')
  })

  it('keeps the choice when it could not be written', async () => {
    const window = await open()
    await chooseFile()
    window.bridge.refuse('import:apply', { code: 'STORE_LOCKED', message: 'Another import is under way.' })
    await click(button('Import 2 logins'))
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Another import is under way.')
    await click(button('Import 2 logins'))
    expect(heading()).toBe('2 logins imported')
  })

  it('has words for a file without logins, and for one that brings nothing new', async () => {
    const plan = samplePlan(NOW)
    const window = await open({ plan: { ...plan, rows: [] } })
    await chooseFile()
    expect(heading()).toBe('No logins in this file')
    await window.close()
    await open({ plan: { ...plan, rows: plan.rows.filter((row) => row.verdict === 'same') } })
    await chooseFile()
    expect(document.body.textContent).toContain('Nothing to bring over')
    await click(button('Close'))
    expect(heading()).toBe('Import')
  })

  it('lists earlier imports with their way back, and says when one is refused', async () => {
    const window = await open({
      imports: [sampleResult(NOW - 1000), sampleResult(NOW - 2000, { undone: true })],
    })
    const earlier = document.querySelectorAll('.earlier')
    expect(earlier).toHaveLength(2)
    expect(earlier[1]?.textContent).toContain('taken back')
    expect(earlier[1]?.textContent).not.toContain('Undo')
    window.bridge.refuse('import:undo', { code: 'STORE_LOCKED', message: 'OpenClaw holds its lock.' })
    await click(button(/^Undo/))
    expect(earlier[0]?.textContent).toContain('OpenClaw holds its lock.')
    await click(button(/^Undo/))
    expect(earlier[0]?.textContent).toContain('taken back')
  })
})

describe('the way to an import', () => {
  it('leads from Machines and back, and the focus goes along', async () => {
    await open()
    expect(document.activeElement).toBe(document.querySelector('h1'))
    expect(document.querySelector('[aria-current="page"]')?.textContent).toBe('Machines')
    await click(button('Machines', document.querySelector('main') as HTMLElement))
    expect(heading()).toBe('Machines')
    expect(document.activeElement).toBe(document.querySelector('[data-screen="nodes"]'))
  })

  it('leads from "Add a login", too, and so does the way to another machine', async () => {
    const window = await open()
    for (const [way, screen] of [
      ['From a file', 'import'],
      ['From another machine', 'nodes'],
    ] as const) {
      await click(button(/^Logins/))
      await meanwhile(window.actions.openAdd)
      await click(option(new RegExp(`^${way}`)))
      expect(window.store.getState()).toMatchObject({ screen, dialog: undefined })
    }
  })
})
