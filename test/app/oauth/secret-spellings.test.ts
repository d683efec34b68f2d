import { describe, expect, it } from 'vitest'
import { hideSecrets } from '../../../app/oauth/secret-spellings.ts'

const TOKEN = 'CANARY/+ r=t~1.ü"x'

describe('hideSecrets', () => {
  it.each([
    ['plain', TOKEN],
    ['in an address', encodeURIComponent(TOKEN)],
    [
      'in an address, with small digits',
      encodeURIComponent(TOKEN).replace(/%../g, (one) => one.toLowerCase()),
    ],
    ['in a form', new URLSearchParams({ t: TOKEN }).toString()],
    ['in JSON', JSON.stringify({ t: TOKEN })],
    ['in base64', Buffer.from(TOKEN).toString('base64')],
    ['in base64url', Buffer.from(TOKEN).toString('base64url')],
  ])('finds it %s', (_, quoted) => {
    expect(hideSecrets(`the token ${quoted} is no good`, [TOKEN])).toMatch(
      /^the token .*\[secret\].* is no good$/,
    )
    expect(hideSecrets(quoted, [TOKEN])).not.toContain(quoted.slice(2, -2))
  })

  it.each(['', 'a', 'id:', 'user:password:'])('finds it in base64 behind %j and before more', (before) => {
    const all = Buffer.from(`${before}${TOKEN}, and more`).toString('base64')
    const left = hideSecrets(all, [TOKEN]).split('[secret]')
    expect(left).toHaveLength(2)
    for (const part of left) expect(Buffer.from(part, 'base64').toString('latin1')).not.toMatch(/ANAR|r=t/)
  })

  it('leaves other words as they are, and the absence of a secret', () => {
    expect(hideSecrets('invalid_grant: no such token', [TOKEN, '', undefined])).toBe(
      'invalid_grant: no such token',
    )
  })
})
