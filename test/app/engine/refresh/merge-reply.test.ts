import { describe, expect, it } from 'vitest'
import { mergeReply } from '../../../../app/engine/refresh/merge-reply.ts'
import type { Credential } from '../../../../app/model/credential.ts'
import { Secret } from '../../../../app/model/secret.ts'
import type { TokenReply } from '../../../../app/oauth/token-reply.ts'

const ISSUED_MS = 1_000_000_000_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE

function stored(part: Partial<Credential> = {}): Credential {
  return {
    kind: 'oauth',
    accessToken: new Secret('access-1'),
    refreshToken: new Secret('refresh-1'),
    issuedAtMs: ISSUED_MS,
    grantExpiresAtMs: ISSUED_MS + HOUR,
    account: {},
    generation: 1,
    ...part,
  }
}

/** Ten minutes later. */
function reply(part: Partial<TokenReply> = {}): TokenReply {
  return {
    accessToken: new Secret('access-2'),
    tokenType: 'Bearer',
    account: {},
    issuedAtMs: ISSUED_MS + 10 * MINUTE,
    ...part,
  }
}

describe('the end of the grant, after a refresh', () => {
  it('slides where the reply moves it by as much as went by', () => {
    const next = mergeReply(stored(), reply({ grantExpiresAtMs: ISSUED_MS + HOUR + 10 * MINUTE }))
    expect(next).toMatchObject({ grantExpiresAtMs: ISSUED_MS + HOUR + 10 * MINUTE, grantSlides: true })
  })

  it('stays where the reply leaves it, give or take a rounding', () => {
    const next = mergeReply(
      stored({ grantSlides: true }),
      reply({ grantExpiresAtMs: ISSUED_MS + HOUR + 900 }),
    )
    expect(next.grantSlides).toBe(false)
  })

  it('stays where the refresh token goes on and nothing is said', () => {
    expect(mergeReply(stored(), reply())).toMatchObject({
      grantExpiresAtMs: ISSUED_MS + HOUR,
      grantSlides: false,
    })
  })

  it('is unknown with a new refresh token of which nothing is said', () => {
    const next = mergeReply(stored({ grantSlides: true }), reply({ refreshToken: new Secret('refresh-2') }))
    expect(next).not.toHaveProperty('grantExpiresAtMs')
    expect(next).not.toHaveProperty('grantSlides')
  })

  it('tells nothing when two refreshes follow each other at once', () => {
    const next = mergeReply(
      stored({ grantSlides: true }),
      reply({ issuedAtMs: ISSUED_MS + 1_000, grantExpiresAtMs: ISSUED_MS + HOUR }),
    )
    expect(next.grantSlides).toBe(true)
  })
})
