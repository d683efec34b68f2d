/** A line for a person: words, some of them with a tone that a terminal shows as a colour. Pure. */

import { shown } from '../../base/outside-text.ts'

/** What the words are about; the same everywhere, so that a colour means one thing. */
export type Tone = 'good' | 'soon' | 'bad' | 'quiet' | 'strong' | 'code'

export interface Span {
  readonly text: string
  readonly tone?: Tone
}

export type Line = string | readonly (string | Span)[]

/** ECMA-48, SGR: on and off. Of the eight colours that every terminal has, in the shades its owner chose. */
const STYLES: Readonly<Record<Tone, readonly [string, string]>> = {
  good: ['32', '39'],
  soon: ['33', '39'],
  bad: ['31', '39'],
  quiet: ['2', '22'],
  strong: ['1', '22'],
  code: ['97;40', '39;49'], // a camera needs to know which is light, whatever the terminal's own colours are
}

/** Without any colour. */
export function lineText(line: Line): string {
  return typeof line === 'string'
    ? line
    : line.map((span) => (typeof span === 'string' ? span : span.text)).join('')
}

/** What is written: whatever the words say, nothing in them is obeyed; only our own colours are. */
export function written(line: Line, hasColour: boolean): string {
  if (typeof line === 'string') return shown(line)
  return line
    .map((span) => {
      if (typeof span === 'string') return shown(span)
      const text = shown(span.text)
      return hasColour && span.tone && text !== '' ? painted(text, span.tone) : text
    })
    .join('')
}

function painted(text: string, tone: Tone): string {
  const [on, off] = STYLES[tone]
  return `\u001b[${on}m${text}\u001b[${off}m`
}
