/** What holds for every provider we ship. Run on each of them by test/app/providers/stock.test.ts. */
import { expect, it } from 'vitest'
import type { Provider } from '../../app/model/provider.ts'
import { isSafeEndpoint } from '../../app/oauth/endpoint-url.ts'
import { STOCK } from '../../app/providers/providers.ts'
import { jwt, tokenJson } from '../fakes/providers.ts'

const MINUTE = 60_000

export function providerLaws(provider: Provider): void {
  it('has an id that can be part of a file name, and a name for people', () => {
    expect(provider.id).toMatch(/^[a-z0-9][a-z0-9-]*$/)
    expect(provider.name.trim()).not.toBe('')
  })

  it('shares none of its names with another provider', () => {
    const others = STOCK.filter((other) => other !== provider).flatMap((o) => [o.id, ...(o.aliases ?? [])])
    for (const name of [provider.id, ...(provider.aliases ?? [])]) expect(others).not.toContain(name)
  })

  it('speaks https only', () => {
    const { issuer, authorizationEndpoint, tokenEndpoint, deviceAuthorizationEndpoint, revocationEndpoint } =
      provider
    const all = [
      issuer,
      authorizationEndpoint,
      tokenEndpoint,
      deviceAuthorizationEndpoint,
      revocationEndpoint,
    ]
    for (const address of all.filter((one) => one !== undefined)) {
      expect(address).toMatch(/^https:/)
      expect(isSafeEndpoint(address)).toBe(true)
    }
  })

  it('has a token endpoint, or an issuer that tells it; none where each login has its own', () => {
    if (provider.clientPerLogin) expect(provider).not.toHaveProperty('tokenEndpoint')
    else expect(provider.tokenEndpoint ?? provider.issuer).toBeDefined()
  })

  it('has a client id, or says where a person keeps one; none where each login has its own', () => {
    if (provider.clientPerLogin) expect(provider).not.toHaveProperty('clientId')
    else expect(provider.clientId ?? provider.clientIdEnv?.[0]).toBeDefined()
  })

  it('ships no client secret', () => {
    expect(provider).not.toHaveProperty('clientSecret')
  })

  it('refreshes before OpenClaw would', () => {
    const openclawStartsMs = provider.openclawBufferMs + 5 * MINUTE
    if (provider.notRefreshable === undefined) expect(provider.leadMs).toBeGreaterThan(openclawStartsMs)
  })

  it('redirects to this machine, to a path', () => {
    expect(['127.0.0.1', 'localhost']).toContain(provider.redirect.host)
    expect(provider.redirect.path).toMatch(/^\/./)
  })

  it('asks for each scope once', () => {
    expect(new Set(provider.scopes).size).toBe(provider.scopes.length)
  })

  it('reads an account from a strange reply without a throw, and invents none', () => {
    const strange = [
      {},
      { id_token: 7 },
      { account: 'x' },
      { account: null },
      { access_token: jwt({}), id_token: 'a.b.c' },
    ]
    for (const reply of strange) expect(provider.account?.(reply) ?? {}).toEqual({})
  })

  it('finds the email in an id_token', () => {
    if (provider.account) expect(provider.account(tokenJson()).email).toBe('ada@example.test')
  })

  it('is not marked as changed by a person', () => {
    expect(provider.custom).toBe(false)
  })
}
