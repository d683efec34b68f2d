/**
 * A message and its values: `{name}`, and `{count, plural, one {# login} other {# logins}}` where the number is said. That
 * is the part of ICU's MessageFormat which a translation needs here; a whole formatter (intl-messageformat) would bring
 * its parser for dates, choices and tags into each page, and with it more code than all our words.
 */

/** What stands between the fixed words of a message. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'plural'; readonly name: string; readonly forms: ReadonlyMap<string, readonly Piece[]> }
  /** In a form of a plural: its number. */
  | { readonly kind: 'number' }

/** @throws Error where the braces do not match; a test reads every message */
export function parseMessage(message: string): readonly Piece[] {
  let at = 0

  function pieces(inPlural: boolean): Piece[] {
    const found: Piece[] = []
    let text = ''
    const endText = () => {
      if (text !== '') found.push({ kind: 'text', text })
      text = ''
    }
    while (at < message.length && message[at] !== '}') {
      const sign = message[at] ?? ''
      if (sign === '{') {
        endText()
        found.push(placeholder())
      } else {
        at += 1
        if (sign === '#' && inPlural) {
          endText()
          found.push({ kind: 'number' })
        } else text += sign
      }
    }
    endText()
    return found
  }

  function placeholder(): Piece {
    const [whole, name = '', plural] = take(/\{\s*(\w+)\s*(,\s*plural\s*,)?/y)
    if (whole === undefined) throw wrong()
    if (plural === undefined) {
      close()
      return { kind: 'value', name }
    }
    const forms = new Map<string, readonly Piece[]>()
    for (;;) {
      const [form, category = ''] = take(/\s*(\w+)\s*\{/y)
      if (form === undefined) break
      forms.set(category, pieces(true))
      close()
    }
    take(/\s*/y)
    close()
    if (!forms.has('other')) throw wrong()
    return { kind: 'plural', name, forms }
  }

  function take(pattern: RegExp): readonly string[] {
    pattern.lastIndex = at
    const found = pattern.exec(message)
    if (found) at = pattern.lastIndex
    return found ?? []
  }

  function close(): void {
    if (message[at] !== '}') throw wrong()
    at += 1
  }

  const wrong = () => new Error(`A brace is missing or too many at ${at}: ${message}`)
  const all = pieces(false)
  if (at < message.length) throw wrong()
  return all
}

/** The message with its values in their places, in order; values that are no words stay what they are. */
export function fill<V>(
  pieces: readonly Piece[],
  values: Readonly<Record<string, V>>,
  locale: string,
  count = 0,
): readonly (string | V)[] {
  return pieces.flatMap((piece) => fillPiece(piece, values, locale, count))
}

/** "2,000". The system's number formats are loaded with the first of them, and small numbers need none. */
export function numberIn(count: number, locale: string): string {
  if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count)
  return count.toLocaleString(locale)
}

const rules = new Map<string, Intl.PluralRules>()

function pluralIn(count: number, locale: string): Intl.LDMLPluralRule {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale)
  rules.set(locale, known)
  return known.select(count)
}

function fillPiece<V>(
  piece: Piece,
  values: Readonly<Record<string, V>>,
  locale: string,
  count: number,
): readonly (string | V)[] {
  switch (piece.kind) {
    case 'text':
      return [piece.text]
    case 'number':
      return [numberIn(count, locale)]
    case 'value': {
      const value = values[piece.name]
      return value === undefined ? [] : [value]
    }
    case 'plural': {
      const number = Number(values[piece.name])
      const form = piece.forms.get(pluralIn(number, locale)) ?? piece.forms.get('other')
      return fill(form ?? [], values, locale, number)
    }
  }
}
