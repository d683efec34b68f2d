/** Sentences that were made elsewhere, in English: found again among those that are translated, and said in the person's language. */
import { parseMessage } from './message.ts'
import { currentLanguage, inARow, t, translated } from './t.ts'

interface Pattern {
  readonly message: string
  /** Its longest fixed text, to be looked for first: most sentences are ruled out by that alone. */
  readonly fixed: string
  readonly expression: RegExp
  readonly names: readonly string[]
}

/** Of sentences with names in them; made when the first of them comes. */
let patterns: readonly Pattern[] | undefined
let sentences: readonly string[] = []
/** The same few are asked for at each drawing; a lid, since names and paths make ever new ones. */
const found = new Map<string, string>()
const MOST_FOUND = 500
let foundIn = currentLanguage()

/** Those of the core. @see loadLanguage */
export function setSentences(messages: readonly string[]): void {
  sentences = messages
  patterns = undefined
}

/** Sentence by sentence; what is not known stays as it is. */
export function known(words: string): string
export function known(words: string | undefined): string | undefined
export function known(words: string | undefined): string | undefined {
  if (words === undefined || words === '' || currentLanguage() === 'en') return words
  if (foundIn !== currentLanguage() || found.size > MOST_FOUND) found.clear()
  foundIn = currentLanguage()
  const before = found.get(words)
  if (before !== undefined) return before
  const said = inARow(sentencesOf(words).map(one))
  found.set(words, said)
  return said
}

/** "It works. Nothing to do." are two. One may begin with a process, whose name has no capital, or with a number of them. */
export function sentencesOf(words: string): readonly string[] {
  return words.split(/(?<=[.!?]) (?=[\p{Lu}“{]|\d+ processes |[^.!?]+ \(pid \d)/u)
}

function one(sentence: string): string {
  const whole = translated(sentence)
  if (whole !== undefined) return whole
  patterns ??= [...sentences].sort(moreFixed).flatMap(patternOf)
  for (const { message, fixed, expression, names } of patterns) {
    const values = sentence.includes(fixed) ? expression.exec(sentence) : null
    if (!values) continue
    return t(message, Object.fromEntries(names.map((name, at) => [name, valueIn(values[at + 1])])))
  }
  return sentence
}

/** "{name} renews it for {program}." is looked for before "{name} renews it {how}.", which says less of what it is. */
function moreFixed(one: string, other: string): number {
  return fixedLength(other) - fixedLength(one)
}

function fixedLength(message: string): number {
  return message.replace(/\{\w+\}/g, '').length
}

/** What stands in a sentence may be a sentence itself, or several words of the core's; a single word is a name. */
function valueIn(value: string | undefined): string | undefined {
  return value?.includes(' ') ? known(value) : value
}

/** A name that comes twice stands for the same words both times. */
function patternOf(message: string): readonly Pattern[] {
  const names: string[] = []
  const pieces = parseMessage(message)
  const texts = pieces.map((piece) => (piece.kind === 'text' ? piece.text : ''))
  const fixed = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  const expression = pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      if (piece.kind !== 'value') return ''
      const before = names.indexOf(piece.name)
      if (before >= 0) return `\\${before + 1}`
      names.push(piece.name)
      return '(.+?)'
    })
    .join('')
  return names.length === 0
    ? []
    : [{ message, fixed, expression: new RegExp(`^${expression}$`, 'su'), names }]
}
