import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../app/words/languages.ts'
import { fetchWords, type Translated } from '../../../app/words/load.ts'
import { type Piece, parseMessage } from '../../../app/words/message.ts'
import type { Translation } from '../../../app/words/t.ts'
import { messagesIn, parse, shownTexts, walk } from '../../../scripts/lint/shown-text.mjs'

/** Made-up logins, and the translations themselves. */
const UNREAD = /^renderer\/preview$|^app\/words\/..$/
const SOURCES = ['app/words', 'renderer', 'main'].flatMap(sourcesIn)
const MESSAGES = new Set(SOURCES.flatMap((path) => messagesIn(path, read(path)).messages))

const de = await fetchWords('de')
const TRANSLATIONS: Readonly<Record<string, Translated>> = { de, zh: await fetchWords('zh') }

/** They make the message of what they are handed, which is written where they are called. */
const MAKERS = ['app/words/known.ts', 'renderer/format/labels.ts', 'renderer/ui/rich.ts']

describe('what people read', () => {
  it('goes through t, everywhere', () => {
    const bare = SOURCES.flatMap((path) =>
      shownTexts(path, read(path)).map(({ words }) => `${path}: ${words}`),
    )
    expect(bare).toEqual([])
  })

  it('is a fixed text where it goes through t', () => {
    const others = SOURCES.filter((path) => messagesIn(path, read(path)).unfixed.length > 0)
    expect(others).toEqual(MAKERS)
  })

  it('is made in functions by the tray’s process, whose language may change', () => {
    const early = SOURCES.filter((path) => path.startsWith('main/')).flatMap((path) => {
      const calls: string[] = []
      walk(parse(path, read(path)), (node, way) => {
        const isCall = node.type === 'CallExpression' && /^t\(/.test(read(path).slice(node.start, node.end))
        if (isCall && !way.some((one) => one.node.type.includes('Function'))) calls.push(path)
      })
      return calls
    })
    expect(early).toEqual([])
  })

  it('can be understood, each of its messages', () => {
    for (const message of [...MESSAGES, ...Object.keys(de.told)])
      expect(() => parseMessage(message)).not.toThrow()
  })
})

it('is there in each language', () => {
  expect(Object.keys(TRANSLATIONS)).toEqual(Object.keys(LANGUAGES).filter((language) => language !== 'en'))
})

describe.each(Object.entries(TRANSLATIONS))('%s', (language, { said, told }) => {
  const words: Translation = { ...told, ...said }
  const { locale } = LANGUAGES[language as Language]
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories

  it('has each message, and none that nobody says', () => {
    expect([...MESSAGES].filter((message) => !Object.hasOwn(said, message))).toEqual([])
    expect(Object.keys(said).filter((message) => !MESSAGES.has(message))).toEqual([])
    expect(Object.keys(words).filter((message) => words[message]?.trim() === '')).toEqual([])
  })

  it('says the same sentences of the core as the others, each once', () => {
    expect(Object.keys(told).sort()).toEqual(Object.keys(de.told).sort())
    const names = readdirSync(`app/words/${language}`).filter((name) => !/^(index|window)\.ts$/.test(name))
    const lines = names.flatMap(
      (name) => read(`app/words/${language}/${name}`).match(/^ {2}('.*?'|".*?"|\w+):/gm) ?? [],
    )
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([])
  })

  it('takes the same values as the English text, and leaves none out but in a form of a number', () => {
    const wrong = Object.entries(words).filter(([message, translation]) => {
      const wanted = namesIn(parseMessage(message))
      const given = namesIn(parseMessage(translation))
      return [...given].some((name) => !wanted.has(name)) || [...wanted].some((name) => !given.has(name))
    })
    expect(wrong).toEqual([])
  })

  it('has each form of a number that the language knows', () => {
    const wrong = Object.values(words).filter((translation) =>
      pluralsIn(parseMessage(translation)).some(({ forms }) => categories.some((one) => !forms.has(one))),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the space and the commas at the ends, where sentences are put together', () => {
    const ends = (text: string) => [/^\s/.test(text), /\s$/.test(text)]
    const wrong = Object.entries(words).filter(([message, translation]) => {
      const [before, after] = ends(message)
      const [first, last] = ends(translation)
      return language === 'de' && (before !== first || after !== last)
    })
    expect(wrong).toEqual([])
  })

  it('has the numbers up to twelve', () => {
    const numbers = 'no one two three four five six seven eight nine ten eleven twelve'
    expect(words[numbers]?.split(' ')).toHaveLength(13)
  })
})

describe('the search for texts', () => {
  const found = (source: string) => shownTexts('renderer/some.tsx', source).map(({ words }) => words)

  it.each([
    ['const a = <p>Sign in</p>', 'Sign in'],
    ['const a = <p title="Sign in" />', 'Sign in'],
    ['const a = <p aria-label={one ? "Sign in" : other} />', 'Sign in'],
    ['const a = { label: "fresh" }', 'fresh'],
    [`const a = (n: number): string => \`\${n} logins\``, '{} logins'],
    ['function a(): string { return "now" }', 'now'],
    ['const a = tell("It has expired.")', 'It has expired.'],
    ['const a = t("{who}", { who: all ? "They all" : one })', 'They all'],
  ])('finds %s', (source, words) => {
    expect(found(source)).toEqual([words])
  })

  it.each([
    'const a = <p className="detail detail-sheet" id="some-id">{t("Sign in")}</p>',
    'const a = { kind: "needs-login", label: t("Sign in") }',
    'if (kind === "two words") log.warn("the window was closed")',
    'throw new Error("index.html has no #root")',
    'import x from "some thing"',
  ])('passes over %s', (source) => {
    expect(found(source)).toEqual([])
  })
})

function namesIn(pieces: readonly Piece[]): ReadonlySet<string> {
  return new Set(
    pieces.flatMap((piece): readonly string[] => {
      if (piece.kind === 'value') return [piece.name]
      if (piece.kind === 'plural') return [piece.name]
      return []
    }),
  )
}

function pluralsIn(pieces: readonly Piece[]): readonly (Piece & { readonly kind: 'plural' })[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'plural' ? [piece, ...[...piece.forms.values()].flatMap(pluralsIn)] : [],
  )
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return UNREAD.test(path) ? [] : sourcesIn(path)
      return /(?<!\.d)\.tsx?$/.test(path) ? [path] : []
    })
    .sort()
}

function read(path: string): string {
  return readFileSync(join(process.cwd(), path), 'utf8')
}
