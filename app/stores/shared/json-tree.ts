/**
 * JSON as a tree that remembers where each part stands in the text, so that one value can be changed without
 * printing the rest again. Reads JSON5 (https://spec.json5.org) as well: comments, trailing commas, bare keys,
 * single quotes. Who wants strict JSON asks JSON.parse first. Pure.
 */

export type JsonNode = ObjectNode | ArrayNode | ScalarNode

interface Span {
  readonly start: number
  /** One past the last character. */
  readonly end: number
}

export interface ObjectNode extends Span {
  readonly kind: 'object'
  readonly members: readonly Member[]
}

export interface Member {
  readonly keyStart: number
  readonly key: string
  readonly value: JsonNode
}

interface ArrayNode extends Span {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}

interface ScalarNode extends Span {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
}

const MAX_DEPTH = 200
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
}
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** Undefined when the text is neither JSON nor JSON5. */
export function parseJsonText(text: string): JsonNode | undefined {
  try {
    return new Reader(text).whole()
  } catch (error) {
    if (error instanceof NotJson) return undefined
    throw error
  }
}

/** The plain value. Of a key that is there twice the last one counts, as with JSON.parse. */
export function plainValue(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'array') return node.items.map(plainValue)
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]))
}

export function memberOf(node: JsonNode | undefined, key: string): Member | undefined {
  return node?.kind === 'object' ? node.members.findLast((member) => member.key === key) : undefined
}

class NotJson extends Error {}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
    if (text.startsWith('\uFEFF')) this.#at = 1
  }

  whole(): JsonNode {
    const node = this.#value(0)
    this.#space()
    if (this.#at < this.#text.length) throw new NotJson()
    return node
  }

  #value(depth: number): JsonNode {
    if (depth > MAX_DEPTH) throw new NotJson()
    this.#space()
    const start = this.#at
    const next = this.#text[start]
    if (next === '{')
      return { kind: 'object', members: this.#list('}', () => this.#member(depth)), ...this.#from(start) }
    if (next === '[')
      return { kind: 'array', items: this.#list(']', () => this.#value(depth + 1)), ...this.#from(start) }
    const value = next === '"' || next === "'" ? this.#string(next) : this.#bare()
    return { kind: 'scalar', value, ...this.#from(start) }
  }

  #from(start: number): Span {
    return { start, end: this.#at }
  }

  #list<T>(close: string, item: () => T): readonly T[] {
    const items: T[] = []
    this.#at++
    for (;;) {
      this.#space()
      if (this.#take(close)) return items
      items.push(item())
      this.#space()
      if (this.#take(',')) continue
      if (this.#take(close)) return items
      throw new NotJson()
    }
  }

  #member(depth: number): Member {
    const keyStart = this.#at
    const quote = this.#text[keyStart]
    const key =
      quote === '"' || quote === "'"
        ? this.#string(quote)
        : this.#match(/[\p{L}\p{Nl}$_][\p{L}\p{N}$_\u200C\u200D]*/uy)
    this.#space()
    if (!this.#take(':')) throw new NotJson()
    return { keyStart, key, value: this.#value(depth + 1) }
  }

  #string(quote: string): string {
    let value = ''
    for (this.#at++; ; this.#at++) {
      const next = this.#text[this.#at]
      if (next === undefined || next === '\n') throw new NotJson()
      if (next === quote) break
      value += next === '\\' ? this.#escape() : next
    }
    this.#at++
    return value
  }

  /** Stands on the last character of the escape afterwards. */
  #escape(): string {
    const letter = this.#text[++this.#at]
    if (letter === 'u' || letter === 'x') {
      const digits = this.#text.slice(this.#at + 1, this.#at + (letter === 'u' ? 5 : 3))
      if (!/^(?:[\da-f]{2}|[\da-f]{4})$/i.test(digits)) throw new NotJson()
      this.#at += digits.length
      return String.fromCharCode(Number.parseInt(digits, 16))
    }
    if (letter === undefined) throw new NotJson()
    if (letter === '\n') return '' // JSON5: a line that goes on
    return ESCAPES[letter] ?? letter
  }

  #bare(): number | boolean | null {
    const word = this.#match(/[-+.\w]+/y)
    const known = WORDS[word]
    if (known !== undefined) return known
    const [, sign, digits = ''] = /^([-+]?)(.+)$/.exec(word) ?? []
    const value =
      digits === 'NaN' || digits === 'Infinity' || /^[.\d]/.test(digits) ? Number(digits) : undefined
    if (value === undefined || (Number.isNaN(value) && digits !== 'NaN')) throw new NotJson()
    return sign === '-' ? -value : value
  }

  #space(): void {
    const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
    space.lastIndex = this.#at
    space.test(this.#text)
    this.#at = space.lastIndex
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at++
    return true
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (!found) throw new NotJson()
    this.#at += found.length
    return found
  }
}
