// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { meanwhile, openWindow } from '../../support/window.tsx'

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
  it('says that nothing remains only where nothing does', async () => {
    expect(await signedIn()).toContain('nothing more to do')
  })

  it('says what remains, with the command to copy', async () => {
    const text = await signedIn([{ what: 'Restart the gateway.', command: 'openclaw gateway restart' }])
    expect(text).not.toContain('nothing more')
    expect(text).toContain('Restart the gateway.')
    expect(text).toContain('openclaw gateway restart')
    expect(text).toContain('Copy command')
  })
})
