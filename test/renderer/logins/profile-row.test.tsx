// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, openWindow } from '../../support/window.tsx'

const NOW = 1_770_000_000_000

describe('a row', () => {
  it('keeps what needs somebody together with the provider, which gives way to it', async () => {
    await openWindow(sampleOverview(NOW, twelve(NOW)))
    const lead = (id: string) => document.querySelector(`[data-row=${id}] .row-lead`)?.textContent
    expect(lead('anthropic-ops')).toBe('Anthropic · 3 agents stopped')
    expect(lead('codex-ada')).toBe('OpenAI Codex · files differ')
    expect(lead('codex-work')).toBeUndefined()
  })

  it('says its verb while a sign-in runs, as wide as its column, and the rest in its name', async () => {
    await openWindow(sampleOverview(NOW, twelve(NOW)))
    await click(button(/^Sign in: ops@example.test/))
    const busy = button(/^Signing in: ops@example.test/)
    expect(busy.textContent).toBe('Sign in')
    expect(busy.getAttribute('aria-disabled')).toBe('true')
  })
})
