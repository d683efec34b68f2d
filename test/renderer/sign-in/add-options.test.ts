import { describe, expect, it } from 'vitest'
import { sampleCatalogue } from '../../../renderer/preview/sample-catalogue.ts'
import { KNOWN_PROVIDERS } from '../../../renderer/preview/sample-crowd.ts'
import { twelve } from '../../../renderer/preview/sample-profiles.ts'
import { addGroups } from '../../../renderer/sign-in/add-options.ts'

const NOW = 1_770_000_000_000
const groups = (query: string) =>
  addGroups(query, {
    catalogue: sampleCatalogue(query),
    providers: KNOWN_PROVIDERS,
    profiles: twelve(NOW),
  })
const headings = (query: string) => groups(query).map(({ heading }) => heading)
const options = (query: string, heading: string) =>
  groups(query).find((group) => group.heading === heading)?.options ?? []

describe('addGroups', () => {
  it('begins with what is ready, every other way and all there is, but the logins that are here', () => {
    expect(headings('')).toEqual(['Ready to sign in', 'Another way', 'You register a client there first'])
    expect(options('', 'You register a client there first').length).toBeGreaterThan(10)
  })

  it('has every way on at the end of what was found, and where nothing was', () => {
    expect(headings('google')).toEqual([
      'Ready to sign in',
      'Already here',
      'You register a client there first',
      'Another way',
    ])
    expect(headings('quux')).toEqual(['Another way'])
  })

  it('offers nothing that cannot be done, and says why where somebody asks for it', () => {
    expect(options('', 'Ready to sign in').every(({ choice }) => choice)).toBe(true)
    const [qwen] = options('qwen', 'Ready to sign in')
    expect(qwen?.choice).toBeUndefined()
    expect(qwen?.note).toContain('Qwen has ended this sign-in')
  })

  it('takes an address for a server', () => {
    const [first] = groups(' https://id.acme.example/realms/main ')[0]?.options ?? []
    expect(first?.choice).toEqual({ kind: 'server', address: 'https://id.acme.example/realms/main' })
    expect(headings('https:/')).toEqual(['Another way'])
  })

  it('marks what nobody has tried', () => {
    expect(options('tiktok', 'You register a client there first')[0]?.untried).toBe(true)
    expect(options('slack', 'You register a client there first')[0]?.untried).toBeUndefined()
  })

  it('leads to a login that is here', () => {
    const [login] = options('ops@example', 'Already here')
    expect(login?.choice).toEqual({ kind: 'login', profileId: 'anthropic-ops' })
  })
})
