/** Text in lines that fit. Pure. */
import stringWidth from 'string-width'

/** Between words; a word longer than the line stays whole, since it may have to be copied. */
export function wrapped(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line)
      line = `${indent}${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** What the words of a table mean, below it: once, however many of its rows say the same. */
export function explanations(
  rows: readonly { readonly word: string; readonly what: string }[],
  width = Number.POSITIVE_INFINITY,
): readonly string[] {
  const texts = new Set(rows.map(({ word, what }) => `${word}: ${what}`))
  return [...texts].flatMap((text) => ['', ...wrapped(text, width)])
}
