import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removeMember, setMember } from '../../../../app/stores/shared/json-edit.ts'

describe('setMember', () => {
  it.each([
    ['a value', '{"a":1,"b":"x"}', ['b'], 'y', '{"a":1,"b":"y"}'],
    [
      'a value with odd spacing',
      '{ "a" :  1 ,\n\t"b":\t"x" }\n\n',
      ['b'],
      'y',
      '{ "a" :  1 ,\n\t"b":\t"y" }\n\n',
    ],
    [
      'a nested value',
      '{"p":{"id":{"x":1}},"q":[{"x":1}]}',
      ['p', 'id', 'x'],
      2,
      '{"p":{"id":{"x":2}},"q":[{"x":1}]}',
    ],
    ['the last of two equal keys', '{"a":1,"a":2}', ['a'], 3, '{"a":1,"a":3}'],
    ['a key written with escapes', '{"\\u0061":1}', ['a'], 2, '{"\\u0061":2}'],
    ['text that needs escaping', '{"a":"x"}', ['a'], 'q"\\\n', '{"a":"q\\"\\\\\\n"}'],
    [
      'a missing member, like its neighbours',
      '{\n  "a": 1,\n  "b": 2\n}',
      ['c'],
      3,
      '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}',
    ],
    ['a missing member on one line', '{"a":1}', ['c'], 3, '{"a":1,"c":3}'],
    [
      'a missing member with Windows line ends',
      '{\r\n\t"a": 1\r\n}',
      ['c'],
      'x',
      '{\r\n\t"a": 1,\r\n\t"c": "x"\r\n}',
    ],
    ['a member of an empty object', '{"p":{}}', ['p', 'c'], 3, '{"p":{ "c": 3 }}'],
    ['nothing where the parent is missing', '{"a":1}', ['p', 'c'], 3, '{"a":1}'],
  ] as const)('sets %s', (_, text, path, value, expected) => {
    expect(setMember(text, path as never, value)).toBe(expected)
  })

  it('changes only the one value, whatever the document', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, noNullPrototype: true }),
        fc.nat(),
        fc.string(),
        fc.constantFrom(undefined, 2, '\t'),
        (object, pick, value, indent) => {
          const key = Object.keys(object)[pick % Object.keys(object).length] as string
          const text = JSON.stringify(object, null, indent)
          const expected = JSON.stringify({ ...object, [key]: value }, null, indent)
          expect(setMember(text, [key], value)).toBe(expected)
        },
      ),
    )
  })
})

describe('removeMember', () => {
  it.each([
    ['the first', '{\n  "a": 1,\n  "b": 2\n}', 'a', '{\n  "b": 2\n}'],
    ['one in between', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'b', '{\n  "a": 1,\n  "c": 3\n}'],
    ['the last', '{\n  "a": 1,\n  "b": 2\n}', 'b', '{\n  "a": 1\n}'],
    ['the only one', '{\n  "a": 1\n}', 'a', '{}'],
    ['none that is not there', '{ "a": 1 }', 'b', '{ "a": 1 }'],
  ])('takes out %s', (_, text, key, expected) => {
    expect(removeMember(text, [key])).toBe(expected)
  })

  it('leaves the rest as it was, whatever the document', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 2, noNullPrototype: true }),
        fc.nat(),
        fc.constantFrom(undefined, 2),
        (object, pick, indent) => {
          const key = Object.keys(object)[pick % Object.keys(object).length] as string
          const { [key]: _, ...rest } = object
          expect(removeMember(JSON.stringify(object, null, indent), [key])).toBe(
            JSON.stringify(rest, null, indent),
          )
        },
      ),
    )
  })
})
