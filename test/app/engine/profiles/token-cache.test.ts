import { describe, expect, it } from 'vitest'
import { TokenCache } from '../../../../app/engine/profiles/token-cache.ts'
import { Secret } from '../../../../app/model/secret.ts'

const NOW = 1_000_000
const token = { accessToken: new Secret('CANARY'), expiresAtMs: NOW + 60_000 }

function kept(): TokenCache {
  const ready = new TokenCache()
  ready.keep('p', token, NOW)
  return ready
}

describe('ReadyTokens', () => {
  it('hands out the very same answer again', async () => {
    const ready = kept()
    expect(await ready.find('p', NOW, 0)).toBe(token)
    expect(ready.find('p', NOW + 1, 0)).toBe(ready.find('p', NOW + 2, 0))
  })

  it('has none past the expiry, or for somebody who needs it for longer', () => {
    const ready = kept()
    expect(ready.find('p', NOW + 59_999, 0)).toBeDefined()
    expect(ready.find('p', NOW + 60_000, 0)).toBeUndefined()
    expect(ready.find('p', NOW, 59_999)).toBeDefined()
    expect(ready.find('p', NOW, 60_000)).toBeUndefined()
  })

  it('has none once the clock was set back: the expiry was believed by another one', () => {
    expect(kept().find('p', NOW - 1, 0)).toBeUndefined()
  })

  it('has none for another name, and none once something was learned', () => {
    const ready = kept()
    expect(ready.find('q', NOW, 0)).toBeUndefined()
    ready.forget()
    expect(ready.find('p', NOW, 0)).toBeUndefined()
  })

  it('keeps one that does not lapse for as long as anybody asks', () => {
    const ready = new TokenCache()
    ready.keep('p', { accessToken: token.accessToken }, NOW)
    expect(ready.find('p', NOW + 1e12, 1e12)).toBeDefined()
  })
})
