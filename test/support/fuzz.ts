/** How every fuzz test runs: a new seed each time, printed when it fails, and never for long. */
import fc from 'fast-check'

const seed = Number(process.env['LAMPLIGHTER_FUZZ_SEED'] ?? Date.now() % 0x7fffffff)
/** LAMPLIGHTER_FUZZ_FACTOR=100 for a hunt overnight. */
const factor = Number(process.env['LAMPLIGHTER_FUZZ_FACTOR'] ?? 1)
const LONGEST_MS = 20_000 // far more than any needs: a run that is cut off before its first case is a failure

export function fuzz(numRuns: number): fc.Parameters<unknown> {
  return {
    seed,
    numRuns: numRuns * factor,
    interruptAfterTimeLimit: LONGEST_MS * factor,
    markInterruptAsFailure: false,
    // fast-check's own report names seed and path, and the smallest counterexample it found.
    includeErrorInReport: true,
  }
}

/** Goes wherever the sent secrets go. Characters that each encoding treats in its own way (RFC 6749 appendix A). */
export const TRICKY_SECRET = `CANARY-!'()*~ "\\/<&>+%=#é.Z`

/** Every way a server may write back what it was sent. */
export function spellings(secret: string): readonly string[] {
  const form = new URLSearchParams({ x: secret }).toString().slice(2)
  const json = JSON.stringify(secret).slice(1, -1)
  return [...new Set([secret, encodeURIComponent(secret), encodeURI(secret), form, json])]
}

/** Any text, short or long, with what breaks parsers and terminals in it. */
export function anyText(): fc.Arbitrary<string> {
  const nasty = fc.constantFrom(
    '\u0000',
    '\u001b[2J',
    '\uFEFF',
    '\u2028',
    '\ud800',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\\',
    ':',
    ',',
    '//',
    '/*',
    '\r\n',
    '__proto__',
    'constructor',
    'null',
    '-0',
    '1e999',
    '9007199254740993',
    '\u202e',
    '%',
    '%zz',
    '#',
    '?',
    '&',
    '=',
  )
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.oneof(nasty, fc.string({ maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join('')),
  )
}

/** Any JSON value: keys that mean something now and then, so that the reader is led inside. */
export function anyJson(keys: readonly string[] = []): fc.Arbitrary<unknown> {
  const key = fc.oneof(
    ...(keys.length === 0 ? [] : [{ arbitrary: fc.constantFrom(...keys), weight: 5 }]),
    { arbitrary: anyText(), weight: 1 },
    { arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf', ''), weight: 1 },
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf(), tie('list'), tie('record')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    // Built as text is parsed, so that "__proto__" is a member like any other.
    record: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 6 })
      .map((members) => JSON.parse(objectText(members)) as unknown),
  }))
  return value
}

function leaf(): fc.Arbitrary<unknown> {
  return fc.oneof(
    anyText(),
    fc.constantFrom(
      null,
      true,
      false,
      0,
      -1,
      1,
      1e15,
      1e300,
      -1e300,
      8.64e15,
      1_700_000_000,
      '',
      '0',
      '3600',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
  )
}

function objectText(members: readonly (readonly [string, unknown])[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`
}

/** A text that was fine until something happened to it: cut, doubled, characters lost, changed or put in. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const wound = fc.tuple(
    fc.constantFrom('cut', 'drop', 'insert', 'replace', 'double', 'swap'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 12 }),
    anyText(),
  )
  return fc.tuple(text, fc.array(wound, { minLength: 1, maxLength: 3 })).map(([whole, wounds]) =>
    wounds.reduce((hurt, [kind, place, length, other]) => {
      const at = Math.floor(place * hurt.length)
      const before = hurt.slice(0, at)
      const after = hurt.slice(at + length)
      const hit = hurt.slice(at, at + length)
      if (kind === 'cut') return before
      if (kind === 'drop') return before + after
      if (kind === 'insert') return before + other + hurt.slice(at)
      if (kind === 'replace') return before + other + after
      if (kind === 'double') return before + hit + hit + after
      return before + [...hit].reverse().join('') + after
    }, whole),
  )
}
