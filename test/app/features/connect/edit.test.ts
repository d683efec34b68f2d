/** What is written into a file, and how it comes out again. */
import { describe, expect, it } from 'vitest'
import { type Edit, place, takeOut } from '../../../../app/features/connect/edit.ts'

const MARK = 'git https://git.example.test'
const lines = (more: object = {}): Edit => ({ kind: 'lines', path: '/f', lines: ['a = 1'], ...more })
const member = (...path: string[]): Edit => ({
  kind: 'member',
  path: '/f',
  member: path as unknown as readonly [string, ...string[]],
  value: { command: 'x', args: [1, true] },
})

const TEXTS = ['', '\n', 'x', 'x\n', 'x\r\ny\r\n', '\uFEFFx\n', '[s]\nb = 2\n[t]\n', '[s]', '[s] # mine\n']
const JSONS = [
  '{}',
  '{ }\n',
  '{"a":1}',
  '{\n  "a": 1\n}\n',
  '{\n\t"a": {}\n}',
  "{ // c\n  a: {b: 'c',},\n}\n",
]

describe('lines', () => {
  it.each(TEXTS)('come out of %j as if they had never been there', (text) => {
    for (const edit of [lines(), lines({ below: '[s]' }), lines({ first: true })]) {
      const { text: after, undo } = place(edit, text, MARK)
      expect(after).toContain('a = 1')
      expect(takeOut(undo, '/f', after)).toBe(text)
    }
  })

  it('stand below their heading, or bring it along; never in another section', () => {
    expect(place(lines({ below: '[s]' }), '[s]\nb = 2\n[t]\n', MARK).text).toBe(
      `[s]\n# lamplighter: begin ${MARK}\na = 1\n# lamplighter: end\nb = 2\n[t]\n`,
    )
    expect(place(lines({ below: '[s]' }), '[t]\n', MARK).text).toBe(
      `[t]\n# lamplighter: begin ${MARK}\n[s]\na = 1\n# lamplighter: end\n`,
    )
    expect(place(lines({ below: '[s]', instead: /^b\s*=/ }), '[s]\n[t]\nb = 2\n', MARK).text).toContain(
      'a = 1',
    )
  })

  it('end as the lines of the file do', () => {
    expect(place(lines(), 'x\r\n', MARK).text).toBe(
      `x\r\n# lamplighter: begin ${MARK}\r\na = 1\r\n# lamplighter: end\r\n`,
    )
  })

  it('are not written where the section says it in another way, or is not there and must be', () => {
    expect(() => place(lines({ below: '[s]', instead: /^b\s*=/ }), '[s]\nb = 2\n', MARK)).toThrow(
      'says "b =" already',
    )
    expect(() => place(lines({ below: '[u]', mustBeThere: true }), '[s]\n', MARK)).toThrow(
      'There is no "[u]"',
    )
  })

  it('leave the head that they brought along to what others have written below them', () => {
    const { text, undo } = place(lines({ below: '[s]' }), 'x = 1\n', MARK)
    expect(takeOut(undo, '/f', `${text}region = us-east-1\n`)).toBe('x = 1\n[s]\nregion = us-east-1\n')
    expect(takeOut(undo, '/f', `${text}\n# of t\n[t]\nb = 2\n`)).toBe('x = 1\n\n# of t\n[t]\nb = 2\n')
    const windows = place(lines({ below: '[s]' }), 'x\r\n', MARK)
    expect(takeOut(windows.undo, '/f', `${windows.text}b = 2\r\n`)).toBe('x\r\n[s]\r\nb = 2\r\n')
  })

  it('leave the end of a line to what was written behind them', () => {
    const { text, undo } = place(lines(), 'x', MARK)
    expect(takeOut(undo, '/f', `${text}y\n`)).toBe('x\ny\n')
  })

  it('that were changed, or copied, are nobody’s to take out; those that are gone are gone', () => {
    const { text, undo } = place(lines(), 'x\n', MARK)
    expect(() => takeOut(undo, '/f', text.replace('a = 1', 'a = 2'))).toThrow('were changed by hand')
    expect(() => takeOut(undo, '/f', text + text)).toThrow('were changed by hand')
    expect(takeOut(undo, '/f', 'x\n')).toBeUndefined()
  })
})

describe('a member', () => {
  it.each(JSONS)('comes out of %j as if it had never been there', (text) => {
    for (const edit of [member('new'), member('new', 'er', 'still')]) {
      const { text: after, undo } = place(edit, text, MARK)
      expect(after).toContain('"args":[1,true]')
      expect(takeOut(undo, '/f', after)).toBe(text.replace('{ }', '{}'))
    }
  })

  it('is not written over another, nor into what is no object', () => {
    expect(() => place(member('a'), '{"a": 1}', MARK)).toThrow('has "a" already')
    expect(() => place(member('a', 'b'), '{"a": 1}', MARK)).toThrow('is not understood')
    expect(() => place(member('a'), 'no json', MARK)).toThrow('is not understood')
  })

  it('that somebody has set to something else is theirs; parents with more in them stay', () => {
    const { text, undo } = place(member('p', 'q'), '{}', MARK)
    expect(takeOut(undo, '/f', text.replace('"x"', '"y"'))).toBeUndefined()
    expect(takeOut(undo, '/f', '{"p":{"q":{"command":"x","args":[1,true]},"r":2}}')).toBe('{"p":{"r":2}}')
  })
})

describe('a file', () => {
  it('is made where there is none, and only there', () => {
    const edit: Edit = { kind: 'file', path: '/f', text: '#!/bin/sh\n' }
    expect(place(edit, undefined, MARK).text).toBe('#!/bin/sh\n')
    expect(() => place(edit, '', MARK)).toThrow('/f is there already')
    expect(() => takeOut({ kind: 'file' }, '/f', 'changed')).toThrow('was changed by hand')
  })
})
