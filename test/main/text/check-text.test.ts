import { describe, expect, it } from 'vitest'
import type { Readiness } from '../../../app/model/readiness.ts'
import { checkText } from '../../../main/text/check-text.ts'
import { HOUR_MS, NOW_MS } from '../../support/views.ts'

const login = (level: Readiness['level'], why?: string): Readiness => ({
  profileId: 'ada',
  account: 'ada@example.test',
  providerName: 'Acme',
  level,
  ...(why === undefined ? {} : { why }),
})

describe('readyAnswer', () => {
  it('says that all is well, and for how long', () => {
    const found = [login('ready'), { ...login('ready'), expiresAtMs: NOW_MS + 2 * HOUR_MS }]
    expect(checkText(found, NOW_MS)).toEqual({
      isReady: true,
      message: 'Your programs can restart',
      detail: 'All 2 logins work. The first access token expires in 2 h.',
    })
    expect(checkText([login('ready')], NOW_MS).detail).toBe('The one login works.')
    expect(checkText([], NOW_MS).message).toBe('Nothing to check')
  })

  it('says which logins would fail, and why', () => {
    const { isReady, message, detail } = checkText(
      [login('ready'), login('needs-login', 'Acme ended it.'), login('waits')],
      NOW_MS,
    )
    expect(isReady).toBe(false)
    expect(message).toBe('Not ready: 2 of 3 logins would fail')
    expect(detail).toBe(
      'ada@example.test · Acme: Needs a sign-in. Acme ended it.\n\nada@example.test · Acme: Cannot be renewed now.',
    )
  })

  it('names no more than fit on a small screen', () => {
    const { detail } = checkText(
      Array.from({ length: 20 }, () => login('waits')),
      NOW_MS,
    )
    expect(detail.split('\n\n')).toHaveLength(7)
    expect(detail).toMatch(/And 14 more\.$/)
  })
})
