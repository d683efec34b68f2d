import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonText, plainValue } from '../../../../app/stores/shared/json-tree.ts'

const read = (text: string): unknown => {
  const node = parseJsonText(text)
  return node === undefined ? 'not JSON' : plainValue(node)
}

describe('parseJsonText', () => {
  it('reads JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(read(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it.each([
    ['comments', '// a\n{ /* b\n * */ "a": 1 // c\n}', { a: 1 }],
    ['trailing commas', '{"a":[1,2,],}', { a: [1, 2] }],
    [
      'bare keys and single quotes',
      "{agents: {list: [{id: 'ops', agentDir: '~/x'}]}}",
      { agents: { list: [{ id: 'ops', agentDir: '~/x' }] } },
    ],
    ['numbers of JSON5', '[+1, .5, 0xff, -Infinity]', [1, 0.5, 255, Number.NEGATIVE_INFINITY]],
    ['a line that goes on', "'a\\\nb'", 'ab'],
    ['a byte order mark', '\uFEFF{}', {}],
    ['an own __proto__', '{"__proto__": {"x": 1}}', JSON.parse('{"__proto__": {"x": 1}}')],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    '',
    '{',
    '{"a"}',
    '{"a":1 "b":2}',
    '[1 2]',
    '{"a":1}}',
    '"a',
    'nul',
    '{"a":tru}',
    '/* ',
    '[,]',
    '"\\u12"',
  ])('refuses %j', (text) => {
    expect(read(text)).toBe('not JSON')
  })

  it('refuses a depth that would overflow the stack', () => {
    expect(read('['.repeat(100_000))).toBe('not JSON')
  })
})
