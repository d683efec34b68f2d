import { describe, expect, it } from 'vitest'
import { anthropic } from '../../../app/providers/anthropic.ts'
import { expiredIn } from '../../../app/providers/minimax-portal.ts'
import { openaiCodex } from '../../../app/providers/openai-codex.ts'
import { STOCK } from '../../../app/providers/providers.ts'
import { providerLaws } from '../../conformance/provider.conformance.ts'
import { jwt } from '../../fakes/providers.ts'

for (const provider of STOCK) describe(`the provider ${provider.id}`, () => providerLaws(provider))

describe('the account of an OpenAI reply', () => {
  const auth = { chatgpt_account_id: 'acc-1' }

  it('is the ChatGPT account, whichever token names it', () => {
    const access_token = jwt({
      'https://api.openai.com/auth': auth,
      'https://api.openai.com/profile': { email: 'ada@example.test' },
    })
    const id_token = jwt({ sub: 'auth0|1', email: 'ada@example.test', 'https://api.openai.com/auth': auth })
    const expected = { id: 'acc-1', email: 'ada@example.test' }
    expect(openaiCodex.account?.({ access_token })).toEqual(expected)
    expect(openaiCodex.account?.({ access_token: 'opaque', id_token })).toEqual(expected)
  })

  it('is never the subject, which names the person and not the account', () => {
    expect(openaiCodex.account?.({ id_token: jwt({ sub: 'auth0|1' }) })).toEqual({})
  })
})

describe('the account of an Anthropic reply', () => {
  it('is what the reply itself says', () => {
    const account = { uuid: 'u-1', email_address: 'ada@example.test' }
    expect(anthropic.account?.({ account })).toEqual({ id: 'u-1', email: 'ada@example.test' })
  })
})

describe('expiredIn', () => {
  const nowMs = 1_800_000_000_000

  it('takes a small number for seconds from now', () => {
    expect(expiredIn({ expired_in: 3600 }, nowMs)).toBe(nowMs + 3_600_000)
  })

  it('takes a middling one for seconds since the epoch', () => {
    expect(expiredIn({ expired_in: 1_800_000_060 }, nowMs)).toBe(nowMs + 60_000)
  })

  it('takes a large one for milliseconds since the epoch', () => {
    expect(expiredIn({ expired_in: 1_800_000_060_000 }, nowMs)).toBe(nowMs + 60_000)
  })

  it.each([undefined, 0, -5, 'soon', null])('says nothing for %s', (expired_in) => {
    expect(expiredIn({ expired_in }, nowMs)).toBeUndefined()
  })
})
