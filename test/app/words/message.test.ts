import { describe, expect, it } from 'vitest'
import { fill, parseMessage } from '../../../app/words/message.ts'

const said = (message: string, values: Record<string, unknown>, locale = 'en-GB') =>
  fill(parseMessage(message), values, locale).join('')

describe('a message', () => {
  it('has its values in their places, and as often as it names them', () => {
    expect(said('{a} before {b}, and {a}', { a: 'x', b: 2 })).toBe('x before 2, and x')
    expect(said('no values', {})).toBe('no values')
    expect(said('{nothing} here', { nothing: undefined })).toBe(' here')
  })

  it('says a number in the form that its language has for it', () => {
    const logins = '{count, plural, one {# login} other {# logins}}'
    expect(said(logins, { count: 1 })).toBe('1 login')
    expect(said(logins, { count: 0 })).toBe('0 logins')
    expect(said(logins, { count: 2_000 })).toBe('2,000 logins')
    expect(said(logins, { count: 2_000 }, 'de-DE')).toBe('2.000 logins')
    expect(said(logins, { count: 1 }, 'zh-CN')).toBe('1 logins') // which knows no "one"
  })

  it('takes values within a form, and leaves # alone outside of one', () => {
    const need = '#{n}: {count, plural, one {{who} needs} other {{who} need}} you'
    expect(said(need, { n: 3, count: 1, who: 'One' })).toBe('#3: One needs you')
    expect(said(need, { n: 3, count: 4, who: 'Four' })).toBe('#3: Four need you')
  })

  it.each(['{open', 'closed}', '{count, plural, one {x}}', '{a b}', '{}'])('%s is refused', (message) => {
    expect(() => parseMessage(message)).toThrow(/brace/)
  })
})
