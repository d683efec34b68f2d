import { afterEach, describe, expect, it } from 'vitest'
import { loadLanguage } from '../../../app/words/load.ts'
import { currentLanguage, inARow, locale, numberText, t, tParts } from '../../../app/words/t.ts'

const strict = (message: string) => {
  throw new Error(`no words for: ${message}`)
}

describe('t', () => {
  afterEach(() => loadLanguage('en'))

  it('says the English text itself where nothing was chosen', () => {
    expect(currentLanguage()).toBe('en')
    expect(t('Sign in')).toBe('Sign in')
    expect(t('Sign in to {provider}', { provider: 'xAI' })).toBe('Sign in to xAI')
    expect(numberText(2_000)).toBe('2,000')
  })

  it('says it in the language that was chosen', async () => {
    await loadLanguage('de', strict)
    expect(t('Sign in')).toBe('Anmelden')
    expect(t('Sign in to {provider}', { provider: 'xAI' })).toContain('xAI')
    expect(t('{count, plural, one {# login} other {# logins}}', { count: 1 })).toMatch(/^1 \p{L}+$/u)
    expect([locale(), numberText(2_000)]).toEqual(['de-DE', '2.000'])
    await loadLanguage('zh', strict)
    expect(t('Sign in')).toBe('登录')
  })

  it('is English where a language has no words yet, and tells whoever asks', async () => {
    const missing: string[] = []
    await loadLanguage('de', (message) => missing.push(message))
    expect(t('Nobody wrote {this}', { this: 'down' })).toBe('Nobody wrote down')
    expect(t('toString')).toBe('toString')
    expect(missing).toEqual(['Nobody wrote {this}', 'toString'])
    await loadLanguage('de', strict)
    expect(() => t('Nobody wrote this')).toThrow('no words for: Nobody wrote this')
  })

  it('hands on what is no word, in its place', () => {
    const link = { address: 'https://example.test' }
    expect(tParts('Open {link} on any device', { link })).toEqual(['Open ', link, ' on any device'])
  })

  it('puts sentences in a row, and a space between them only where there is one in the language', () => {
    expect(inARow(['It has expired.', undefined, '', 'Sign in.'])).toBe('It has expired. Sign in.')
    expect(inARow(['已过期。', '请登录。'])).toBe('已过期。请登录。')
  })
})
