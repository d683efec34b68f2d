/** Sentences that were made elsewhere, in English: found again in the list of the core's, and said in the person's language. */
import { parseMessage } from './message.ts'
import { currentLanguage, t, translated } from './t.ts'

interface Pattern {
  readonly message: string
  readonly expression: RegExp
  readonly names: readonly string[]
}

let patterns: readonly Pattern[] = []
/** The same few are asked for at each drawing; a lid, since names and paths make ever new ones. */
const found = new Map<string, string>()
const MOST_FOUND = 500
let foundIn = currentLanguage()

/** Those that are found again though names stand in them. @see loadLanguage */
export function setSentences(messages: readonly string[]): void {
  if (patterns.length === 0) patterns = messages.flatMap(patternOf)
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
  const said = sentencesOf(words).map(one).join(' ')
  found.set(words, said)
  return said
}

/** "It works. Nothing to do." are two. */
export function sentencesOf(words: string): readonly string[] {
  return words.split(/(?<=[.!?]) (?=[\p{Lu}“{])/u)
}

function one(sentence: string): string {
  const whole = translated(sentence)
  if (whole !== undefined) return whole
  for (const { message, expression, names } of patterns) {
    const values = expression.exec(sentence)
    if (!values) continue
    return t(message, Object.fromEntries(names.map((name, at) => [name, values[at + 1]])))
  }
  return sentence
}

/** A name that comes twice stands for the same words both times. */
function patternOf(message: string): readonly Pattern[] {
  const names: string[] = []
  const expression = parseMessage(message)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      if (piece.kind !== 'value') return ''
      const before = names.indexOf(piece.name)
      if (before >= 0) return `\\${before + 1}`
      names.push(piece.name)
      return '(.+?)'
    })
    .join('')
  return names.length === 0 ? [] : [{ message, expression: new RegExp(`^${expression}$`, 'su'), names }]
}
