import { describe, expect, it } from 'vitest'
import { fixture, machineWith, onlyEntry } from '../../support/program-files.ts'

const FILE = { store: 'grok', path: '/home/ada/.grok/auth.json' }

describe("Grok's file", () => {
  it('without a member that Grok requires is said to be of no use to it', async () => {
    const [[name = '', login] = []] = Object.entries(JSON.parse(fixture('grok-1.0.41.json')))
    const { create_time: _, ...rest } = login as Record<string, unknown>
    const entry = await onlyEntry(machineWith(FILE, JSON.stringify({ [name]: rest })).store)
    expect(entry.problem?.message).toContain('has no create_time')
  })

  it('is empty after a sign-out, and not broken', async () => {
    const { entries, places } = await machineWith(FILE, '').store.scan()
    expect(entries).toEqual([])
    expect(places[0]?.problem).toBeUndefined()
  })

  it('names another issuer by its host', async () => {
    const about = { key: 'CANARY', auth_mode: 'oidc', create_time: '2026-11-30T18:00:00Z', user_id: 'u' }
    const text = JSON.stringify({
      'https://login.acme.test::c': { ...about, oidc_issuer: 'https://login.acme.test' },
    })
    expect((await onlyEntry(machineWith(FILE, text).store)).provider).toBe('login.acme.test')
  })
})
