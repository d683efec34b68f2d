// @vitest-environment happy-dom
/** Files that could be safer, and logins that OpenClaw uses, as a person meets them in the window. */
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { FINDINGS, SINKS } from '../../../renderer/preview/sample-safety.ts'
import { button, click, field, openWindow, press, row, type } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const dialog = () => document.querySelector('dialog') as HTMLElement
const toast = () => document.querySelector('.toast')?.textContent ?? ''
const files = () => [...document.querySelectorAll('.finding-row')]
const [open, theirs, copy] = FINDINGS
if (!open || !theirs || !copy) throw new Error('no samples')

const start = () => openWindow(sampleOverview(NOW, twelve(NOW)), [], { findings: FINDINGS, openclaw: SINKS })

describe('a file that others can read', () => {
  it('is a row under what is worth a look, counted with the logins there', async () => {
    await start()
    expect(files().map((one) => one.querySelector('.row-account')?.textContent)).toEqual([
      'Others can read this file',
      'Others can read this file',
      'An old copy holds tokens',
    ])
    const heading = [...document.querySelectorAll('.group-name')].find((one) =>
      one.textContent?.startsWith('Worth a look'),
    )
    const segment = button(/^Worth a look/)
    const [all = 0, ...parts] = [...document.querySelectorAll('.segment-count')].map((one) =>
      Number(one.textContent),
    )
    expect(all).toBe(parts.reduce((sum, part) => sum + part, 0))
    expect(heading?.textContent).toContain(segment.textContent?.replace(/\D/g, '') ?? '?')
  })

  it('is closed at a press, and opened again by Undo', async () => {
    const { asked } = await start()
    await click(button(`Make private: ${open.path}`))
    expect(files()).toHaveLength(2)
    expect(toast()).toContain('Only you can open auth-profiles.json now.')
    await click(button('Undo'))
    expect(files()).toHaveLength(3)
    expect(asked('security:mend')).toEqual([[open.id]])
    expect(asked('security:undo')).toEqual([[open.id]])
  })

  it('stays, and says why, where it could not be closed', async () => {
    const { bridge } = await start()
    bridge.refuse('security:mend', { code: 'STORE_UNWRITABLE', message: 'The disk is read-only.' })
    await click(button(`Make private: ${open.path}`))
    expect(files()).toHaveLength(3)
    expect(document.querySelector('main')?.textContent).toContain('The disk is read-only.')
    expect(toast()).toBe('')
  })

  it('is explained in a dialog, with the command where only a person can', async () => {
    const { asked } = await start()
    await click(button(`Show: ${theirs.path}`))
    expect(dialog().textContent).toContain('only they, or root')
    expect(dialog().querySelector('code')?.textContent).toBe(theirs.command)
    await click(button(/^Copy/, dialog()))
    expect(asked('clipboard:write')).toEqual([[theirs.command]])
    await click(button('Done', dialog()))
    await click(files()[2] as HTMLElement)
    expect(dialog().textContent).toContain('Once its program works without it')
  })

  it('is reached and opened with the keyboard', async () => {
    const { store } = await start()
    await click(row('anthropic-ops'))
    for (let step = 0; step < 20 && !document.activeElement?.classList.contains('finding-row'); step++)
      await press('ArrowDown', document.activeElement?.closest('[role=row]') ?? row('anthropic-ops'))
    expect(document.activeElement?.classList.contains('finding-row')).toBe(true)
    await press('Enter')
    expect(store.getState().dialog).toEqual({ kind: 'finding', findingId: open.id })
  })

  it('is told in the details of a login that it holds, a keychain that could be used as well', async () => {
    await start()
    await click(row('codex-ada'))
    const part = [...document.querySelectorAll('.detail-part')].find((one) =>
      one.textContent?.startsWith('Could be safer'),
    )
    expect(part?.textContent).toContain('Others can read this file')
    expect(part?.textContent).toContain('Its tokens could be in a keychain')
  })

  it('is not there when other things are looked for', async () => {
    const { actions } = await start()
    await act(async () => actions.search('migrated'))
    expect(files()).toHaveLength(1)
    await act(async () => actions.search('eve@'))
    expect(files()).toHaveLength(0)
  })
})

describe('OpenClaw', () => {
  async function choose(profileId: string, label: string): Promise<void> {
    await click(row(profileId))
    await click(button(/^More for/))
    await click(button(label, document.querySelector('[role=menu]') ?? document))
    await act(async () => undefined)
  }

  it('uses a login once it was read what changes, and no longer after Undo', async () => {
    const { asked } = await start()
    await choose('codex-ada', 'Let OpenClaw use it…')
    expect(dialog().textContent).toContain('What changes')
    expect(dialog().textContent).toContain('openai:lamplighter-codex-ada')
    expect(asked('openclaw:use')).toEqual([])
    await type(field('OpenClaw’s agent'), 'ops')
    await click(button('Let OpenClaw use it', dialog()))
    expect(dialog()).toBeNull()
    expect(toast()).toContain('OpenClaw uses')
    await click(button('Undo'))
    expect(asked('openclaw:use')).toEqual([[{ login: 'codex-ada', agent: 'ops' }]])
    expect(asked('openclaw:end')).toEqual([[{ login: 'codex-ada', agent: 'ops' }]])
  })

  it('gives up one that it uses', async () => {
    const { asked } = await start()
    await choose('anthropic-ops', 'Take it out of OpenClaw…')
    await click(button('Take it out', dialog()))
    expect(asked('openclaw:end')).toEqual([[{ login: 'anthropic-ops', agent: 'main' }]])
    expect(toast()).toContain('no longer uses')
  })

  it('is asked for an agent that can be one', async () => {
    const { asked } = await start()
    await choose('codex-ada', 'Let OpenClaw use it…')
    await type(field('OpenClaw’s agent'), '--yes')
    await click(button('Let OpenClaw use it', dialog()))
    expect(asked('openclaw:use')).toEqual([])
    expect(field('OpenClaw’s agent').getAttribute('aria-invalid')).toBe('true')
  })

  it('that refuses leaves the dialog, and says why', async () => {
    const { bridge } = await start()
    await choose('codex-ada', 'Let OpenClaw use it…')
    bridge.refuse('openclaw:use', { code: 'COMMAND_FAILED', message: 'openclaw secrets apply ended with 1.' })
    await click(button('Let OpenClaw use it', dialog()))
    expect(dialog().textContent).toContain('ended with 1')
  })

  it('that refuses after the dialog was closed is told on the screen', async () => {
    const { bridge, actions } = await start()
    await click(row('codex-ada'))
    const failure = { code: 'COMMAND_FAILED', message: 'openclaw secrets apply ended with 1.' }
    bridge.refuse('openclaw:use', failure)
    const plan = { login: 'codex-ada', agent: 'main', isEnd: false, profile: 'x', changes: [] }
    await act(async () => void (await actions.changeOpenClaw(plan, 'ada')))
    expect(document.querySelector('main')?.textContent).toContain('ended with 1')
  })

  it('is not offered for a login that it could not use', async () => {
    await start()
    await click(row('minimax-key'))
    await click(button(/^More for/))
    expect(document.querySelector('[role=menu]')?.textContent).not.toContain('OpenClaw')
  })
})
