import { describe, expect, it } from 'vitest'
import {
  escapedJson,
  harmlessId,
  isHarmless,
  shown,
  shownAll,
  shownLine,
  shownWords,
} from '../../../app/base/outside-text.ts'

/** What a terminal obeys, what turns the direction of writing, what has no width, half a character. */
const UNSEEN = [
  '\u001b',
  '\u0007',
  '\r',
  '\u0000',
  '\u009b',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u200b',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
]

describe('text from outside', () => {
  it.each(UNSEEN)('shows %j as a mark, and has it in no id', (one) => {
    expect(shown(`a${one}b`)).toBe('a\ufffdb')
    expect(shownLine(`a${one}b`)).toBe('a\ufffdb')
    expect(harmlessId(`a${one}b`)).toBe('a_b')
    expect(isHarmless(`a${one}b`)).toBe(false)
    expect(escapedJson(JSON.stringify(`a${one}b`))).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.parse(escapedJson(JSON.stringify(`a${one}b`)))).toBe(`a${one}b`)
  })

  it.each(['ada@example.test', 'Ådá Łovelace', '愛田', 'عدا', 'می‌خواهم', '👩‍💻', 'a:b #2'])(
    'leaves %s as it is',
    (text) => {
      expect([shown(text), shownLine(text), harmlessId(text), isHarmless(text)]).toEqual([
        text,
        text,
        text,
        true,
      ])
      expect(escapedJson(JSON.stringify({ text }))).toBe(JSON.stringify({ text }))
    },
  )

  it('keeps lines only where there may be some', () => {
    expect(shown('a\nb')).toBe('a\nb')
    expect(shownLine('a\nb')).toBe('a\ufffdb')
    expect(harmlessId('a\nb')).toBe('a_b')
    expect(isHarmless('a\nb')).toBe(false)
  })

  it('is cut where nobody would read on', () => {
    const long = 'x'.repeat(1_000_000)
    expect(shownLine(long)).toHaveLength(256)
    expect(shownWords(long)).toHaveLength(4_000)
    expect(shownLine(`${'x'.repeat(254)}👩`)).toBe(`${'x'.repeat(254)}👩`)
    expect(shownLine(`${'x'.repeat(254)}👩x`)).toBe(`${'x'.repeat(254)}…`)
    expect(harmlessId(long).length).toBeLessThanOrEqual(200)
    expect(harmlessId('')).toBe('_')
    expect(isHarmless(long)).toBe(false)
  })

  it('is cleaned wherever it stands in data', () => {
    const data = { list: [{ name: 'a\u202eb', n: 1, none: null, maybe: undefined }], ok: true }
    expect(shownAll(data)).toEqual({
      list: [{ name: 'a\ufffdb', n: 1, none: null, maybe: undefined }],
      ok: true,
    })
  })
})
