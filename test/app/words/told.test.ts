import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../app/words/known.ts'
import { fetchWords } from '../../../app/words/load.ts'
import { parse, walk, wordsOf } from '../../../scripts/lint/shown-text.mjs'
import { toldTexts } from '../../../scripts/lint/told-text.mjs'

const { said, told } = await fetchWords('de')

/** What says nothing to the person before the window, and why. */
const ELSEWHERE: readonly (readonly [files: RegExp, why: string])[] = [
  [/^app\/(cli|words)\//, 'the command line is English; and these are the words'],
  [/^app\/client\/(?!client\.ts|connection\.ts)/, 'the library for other programs'],
  [/^app\/features\/metrics\//, 'read by monitoring systems'],
  [/^app\/features\/diagnostics\/(check-\w+|doctor)\.ts$/, 'what the doctor finds is printed and bundled'],
  [/^app\/host\/(?!door-keeper)/, 'answers to other programs and guests'],
  [/^app\/platform\/service\//, 'the command that installs the service'],
  [/^app\/platform\/state-folder\.ts$/, 'told to tests'],
]

/** The same in every language. */
const NAMES = new Set([
  'AWS CLI · aws login',
  'AWS CLI · {}',
  'Azure CLI',
  'Gemini CLI',
  'GitHub Copilot',
  'OpenClaw · {}',
  'Qwen Code',
  'mcp-remote · {}',
  'opencode · {}',
])
const COMMAND = /^(lamplighter|aws)( [\w{}:,-]+)+$/

/** What `asStoreError` puts its callers' word in front of. */
const DOING = ['Reading', 'Writing', 'Locking']

const SOURCES = sourcesIn('app').filter((path) => !ELSEWHERE.some(([files]) => files.test(path)))

describe('what the core tells', () => {
  const words = Object.keys({ ...said, ...told })
  const plainWords = words.map(plain)
  const exact = new Set(plainWords)
  const patterns = Object.keys(told)
    .filter((word) => word.includes('{'))
    .map(patternOf)
  const isKnown = (sentence: string): boolean =>
    !/\p{L}/u.test(sentence) ||
    exact.has(sentence) ||
    NAMES.has(sentence) ||
    COMMAND.test(sentence) ||
    patterns.some((pattern) => pattern.test(sentence.replaceAll('{}', 'Xy'))) ||
    (sentence.length > 20 && plainWords.some((word) => word.includes(sentence))) || // a part: the others are put around it elsewhere
    (/\p{L}\{\}/u.test(sentence) && isKnown(sentence.replace(/(\p{L})\{\}/gu, '$1'))) || // what is put on to a word may be nothing
    (sentence.startsWith('{} {} failed') && DOING.every((doing) => isKnown(sentence.replace('{}', doing))))

  it('has its words in other languages, sentence by sentence', () => {
    const missing = SOURCES.flatMap((path) =>
      toldTexts(path, read(path))
        .flatMap((text) => sentencesOf(text.replace(/^\{\} (?=\p{Lu})/u, '')))
        .filter((sentence) => !isKnown(sentence))
        .map((sentence) => `${path}: ${sentence}`),
    )
    expect(missing).toEqual([])
  })

  it('leaves nothing out for a reason that is gone', () => {
    const paths = sourcesIn('app')
    expect(ELSEWHERE.filter(([files]) => !paths.some((path) => files.test(path)))).toEqual([])
  })
})

const MOST_PIECES = 5 // "Lamplighter will renew it", " for all 15 agents at once", " before it expires."

describe('the sentences that other languages have words for', () => {
  const texts = sourcesIn('app').concat('main/tray/without-tray.ts').flatMap(textsIn).join('\n\n')

  it('are still told', () => {
    const gone = Object.keys(told).filter((sentence) => piecesOf(plain(sentence), texts) > MOST_PIECES)
    expect(gone).toEqual([])
  })

  it('are single ones', () => {
    const sentences = Object.keys(told)
    expect(sentences.filter((sentence) => sentencesOf(sentence).length > 1)).toEqual([])
    expect(new Set(sentences.map(plain)).size).toBe(sentences.length)
  })
})

describe('the search for what is told', () => {
  const found = (source: string) => toldTexts('app/some.ts', source.replaceAll('#{', '${'))

  it.each([
    ['throw new AppError("STORE_CORRUPT", `#{path} is no file`)', ['{} is no file']],
    [
      'const a = new AppError("X", "It is gone.", { hint: "See: lamplighter list" })',
      ['It is gone.', 'See: lamplighter list'],
    ],
    ['const message = gone ? "It is gone." : `It was at #{place}.`', ['It is gone.', 'It was at {}.']],
    [
      'const a = `It has expired#{files > 1 ? " in all files" : ""}.`',
      ['It has expired in all files.', 'It has expired.'],
    ],
    ['const a = { notes: ["Scopes are separated by commas"] }', ['Scopes are separated by commas']],
    ['const a = { message: (to) => `#{to} does not answer.` }', ['{} does not answer.']],
    ['tell("Nothing" + " to do.")', ['Nothing to do.']],
  ])('finds %s', (source, words) => {
    expect(found(source)).toEqual(words)
  })

  it.each([
    'log.info("the file was written", { path })',
    'throw new Error("It is a mistake of ours.")',
    'const a = { kind: "two words", pattern: "a b" }',
    'type A = "It is gone."',
    'const query = `SELECT 1 FROM a WHERE b = ?`',
  ])('passes over %s', (source) => {
    expect(found(source)).toEqual([])
  })
})

function plain(sentence: string): string {
  return sentence.replace(/\{\w+\}/g, '{}')
}

function patternOf(word: string): RegExp {
  const fixed = plain(word).replace(/[\\^$.*+?()[\]|]/g, '\\$&')
  return new RegExp(`^${fixed.replaceAll('{}', '(.+?)')}$`, 'su')
}

/** Of how many pieces of the source's texts it is put together, the longest first; more where something is in none. */
function piecesOf(sentence: string, texts: string): number {
  if (sentence === '') return 0
  for (let length = sentence.length; length > 0; length -= 1) {
    const piece = sentence.slice(0, length)
    if (texts.includes(piece)) return 1 + piecesOf(sentence.slice(length), texts)
  }
  return Number.POSITIVE_INFINITY
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'words' ? [] : sourcesIn(path)
    return path.endsWith('.ts') ? [path] : []
  })
}

function textsIn(path: string): readonly string[] {
  const texts: string[] = []
  walk(parse(path, read(path)), (node) => {
    const words = wordsOf(node)
    if (words !== undefined) texts.push(words)
  })
  return texts
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
}
