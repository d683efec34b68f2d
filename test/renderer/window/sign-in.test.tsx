// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { SECOND } from '../../../renderer/format/time.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, meanwhile, openWindow } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()

async function signedIn(remains?: readonly { what: string; command?: string }[]): Promise<string> {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)))
  const { bridge, actions } = opened
  await meanwhile(() => void actions.signIn({ profileId: 'anthropic-ops' }))
  const done = { kind: 'done', profileId: 'anthropic-ops', account: 'ops' } as const
  await meanwhile(() => void bridge.step('login-1', remains ? { ...done, remains } : done))
  return document.querySelector('dialog, [role=dialog]')?.textContent ?? ''
}

describe('the end of a sign-in', () => {
  it('is a sentence and no dialog where nothing remains', async () => {
    expect(await signedIn()).toBe('')
    expect(document.querySelector('.toast')?.textContent).toContain('ops is signed in.')
    expect(document.querySelector('[role=status]')?.textContent).toContain('ops is signed in.')
  })

  it('goes by itself after a while', async () => {
    const { actions, pass } = await openWindow(sampleOverview(NOW, twelve(NOW)))
    await meanwhile(() => actions.toast('Done.'))
    await pass(7 * SECOND)
    expect(document.querySelector('.toast')).not.toBeNull()
    await pass(2 * SECOND)
    expect(document.querySelector('.toast')).toBeNull()
  })

  it('can be undone where it says so, for longer', async () => {
    const { actions, pass } = await openWindow(sampleOverview(NOW, twelve(NOW)))
    let undone = 0
    await meanwhile(() => actions.toast('Deleted.', async () => void undone++))
    await pass(20 * SECOND)
    await click(button('Undo'))
    expect(undone).toBe(1)
    expect(document.querySelector('.toast')).toBeNull()
  })

  it('says what remains, with the command to copy', async () => {
    const text = await signedIn([{ what: 'Restart the gateway.', command: 'openclaw gateway restart' }])
    expect(document.querySelector('.toast')).toBeNull()
    expect(text).toContain('Restart the gateway.')
    expect(text).toContain('openclaw gateway restart')
    expect(text).toContain('Copy command')
  })
})

describe('a sign-in that another program makes', () => {
  const command = 'claude auth login'
  async function shown(more: { readonly terminal?: string; readonly warning?: string }): Promise<string> {
    const { bridge, actions } = await openWindow(sampleOverview(NOW, twelve(NOW)))
    await meanwhile(() => void actions.signIn({ profileId: 'anthropic-ops' }))
    const step = { kind: 'program', program: 'Claude Code', command, ...more } as const
    await meanwhile(() => void bridge.step('login-1', step))
    return document.querySelector('dialog, [role=dialog]')?.textContent ?? ''
  }

  it('says where it goes on, and what it may cost', async () => {
    const text = await shown({ terminal: 'Konsole', warning: 'It stores nothing without a keychain.' })
    expect(text).toContain('Claude Code signs in itself, in Konsole, which has opened.')
    expect(text).toContain('It stores nothing without a keychain.')
  })

  it('has the command to copy where no terminal opened', async () => {
    const text = await shown({})
    expect(text).toContain('Run this in a terminal')
    expect(text).toContain(command)
    expect(text).toContain('Copy command')
  })
})
