// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { ConsentQuestionView } from '../../../app/contract/consent.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { samplePrograms } from '../../../renderer/preview/sample-programs.ts'
import { button, click, field, meanwhile, openWindow } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
const QUESTION: ConsentQuestionView = {
  id: 'q1',
  program: { name: 'nightly-report', isKnown: false },
  login: 'acme-bot',
  account: 'build-bot@example.test',
  sinceMs: NOW,
}
const KNOWN: ConsentQuestionView = {
  ...QUESTION,
  id: 'q2',
  program: { name: '/usr/bin/evolution', isKnown: true },
}

const open = (questions: readonly ConsentQuestionView[] = []) =>
  openWindow(sampleOverview(NOW, twelve(NOW)), [], { programs: samplePrograms(NOW), questions })
const box = () => document.querySelector('section.question')?.textContent

describe('a program that waits to be allowed a token', () => {
  it('is asked about over any screen, one after the other, with who says who it is', async () => {
    const window = await open([QUESTION])
    expect(box()).toContain('May nightly-report have a token of build-bot@example.test?')
    expect(box()).toContain('It gives this name itself; nobody has checked it.')
    await meanwhile(() => window.bridge.emit('questions', [QUESTION, KNOWN]))
    expect(box()).toContain('1 more after this.')
    await click(button('Always: nightly-report'))
    expect(window.asked('question:answer')).toEqual([['q1', 'always']])
    await meanwhile(() => window.bridge.emit('questions', [KNOWN]))
    expect(box()).toContain('The system confirms that it is this program.')
    await meanwhile(() => window.bridge.emit('questions', []))
    expect(box()).toBeUndefined()
  })

  it('stands inside whatever dialog is open, since all else is inert then', async () => {
    const window = await open()
    await meanwhile(() => window.actions.openPalette())
    await meanwhile(() => window.bridge.emit('questions', [QUESTION]))
    expect(document.querySelector('dialog.palette > section.question')).toBeTruthy()
    await meanwhile(() => window.actions.openExport())
    expect(document.querySelector('dialog:not(.palette) > section.question')).toBeTruthy()
    expect(document.querySelector('dialog [role=alert]')?.textContent).toBe(
      'nightly-report asks for a token of build-bot@example.test.',
    )
    await click(button('Once: nightly-report'))
    expect(window.asked('question:answer')).toEqual([['q1', 'once']])
    await meanwhile(() => window.actions.closeDialog())
    await meanwhile(() => window.bridge.emit('questions', [KNOWN]))
    expect(document.querySelector('.window > section.question')).toBeTruthy()
    expect(document.querySelector('[role=alert]')).toBeNull()
  })

  it('says of a door that nobody knows which program came through it', async () => {
    await open([{ ...QUESTION, program: { name: 'door builder', isKnown: true } }])
    expect(box()).toContain('It came through this door. Which program it is there, nobody has checked.')
    expect(box()).not.toContain('The system confirms')
  })

  it('stays when the answer could not be kept, with why', async () => {
    const window = await open([QUESTION])
    window.bridge.refuse('question:answer', { code: 'STORE_UNWRITABLE', message: 'The disk is full.' })
    await click(button('Never: nightly-report'))
    expect(box()).toContain('The disk is full.')
  })
})

describe('what was answered', () => {
  it('is shown under Programs, and taken back there', async () => {
    const window = await open()
    await click(button(/^Programs/))
    const text = () => document.querySelector('main')?.textContent ?? ''
    expect(text()).toContain('You allowed or refused 2')
    expect(text()).toContain('allowed, 40 min left')
    await click(button('Ask me again about /usr/bin/evolution and ada@example.test'))
    expect(window.asked('consent:take-back')).toEqual([
      [{ name: '/usr/bin/evolution', isKnown: true }, 'openai-codex:ada@example.test'],
    ])
    expect(text()).toContain('You allowed or refused 1')
  })

  it('says of each how it is known', async () => {
    const programs = samplePrograms(NOW)
    const [first] = programs.answers as [(typeof programs.answers)[number]]
    const named = (name: string, isKnown: boolean) => ({ ...first, program: { name, isKnown } })
    const answers = [named('report', false), named('/usr/bin/mail', true), named('kept file /run/t', true)]
    await openWindow(sampleOverview(NOW, twelve(NOW)), [], { programs: { ...programs, answers } })
    await click(button(/^Programs/))
    const said = [...document.querySelectorAll('.program-answer .program-about')].map(
      (one) => one.textContent,
    )
    expect(said).toEqual(['name not verified', 'name verified by the system', 'known by Lamplighter itself'])
  })
})

describe('whether a person is asked', () => {
  it('is a switch for all logins, and one in the details of each', async () => {
    const window = await open()
    await click(button(/^More for/))
    const item = () =>
      [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')].find((one) =>
        /program uses it|use it unasked/.test(one.textContent ?? ''),
      )
    const ask = item()
    expect(ask?.textContent).toBe('Ask me before a program uses it')
    if (ask) await click(ask)
    const [[change]] = window.asked('settings:set') as [[{ consent: { logins: string[] } }]]
    expect(change.consent.logins).toHaveLength(1)
    await click(button(/^More for/))
    expect(item()?.textContent).toBe('Let programs use it unasked')
    await click(button(/^Settings/))
    await click(field('Ask me before a program gets a token for the first time'))
    await click(field('Nothing while the screen is locked'))
    expect(window.asked('settings:set').slice(1)).toEqual([
      [{ consent: { all: true } }],
      [{ withholdWhileLocked: true }],
    ])
  })
})
