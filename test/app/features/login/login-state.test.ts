import { describe, expect, it } from 'vitest'
import type { LoginStep } from '../../../../app/contract/views.ts'
import { advance, canCancel, isEnded } from '../../../../app/features/login/login-state.ts'

const starting: LoginStep = { kind: 'starting' }
const browser: LoginStep = {
  kind: 'browser',
  url: 'https://a.test',
  listening: true,
  redirectUri: 'http://127.0.0.1:1',
}
const exchanging: LoginStep = { kind: 'exchanging' }
const done: LoginStep = { kind: 'done', profileId: 'p', account: 'ada' }
const failed: LoginStep = { kind: 'failed', failure: { code: 'X', message: 'x' } }

describe('advance', () => {
  it('goes from the start over the browser and the exchange to the end', () => {
    expect(advance(starting, browser)).toBe(browser)
    expect(advance(browser, exchanging)).toBe(exchanging)
    expect(advance(exchanging, done)).toBe(done)
  })

  it('can fail from everywhere but the end', () => {
    for (const step of [starting, browser, exchanging]) expect(advance(step, failed)).toBe(failed)
  })

  it('never leaves an end', () => {
    for (const end of [done, failed]) {
      expect(isEnded(end)).toBe(true)
      for (const step of [starting, browser, exchanging, done, failed]) expect(advance(end, step)).toBe(end)
    }
  })

  it('skips nothing and never goes back', () => {
    expect(advance(starting, done)).toBe(starting)
    expect(advance(browser, done)).toBe(browser)
    expect(advance(exchanging, browser)).toBe(exchanging)
  })
})

describe('canCancel', () => {
  it('is over once the code was sent', () => {
    expect([starting, browser].every(canCancel)).toBe(true)
    expect([exchanging, done, failed].some(canCancel)).toBe(false)
  })
})
