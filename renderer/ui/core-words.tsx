/** A sentence of the core, in the person's language: the commands in it, which stand between backticks, look like ones. */
import { known } from '../../app/words/known.ts'

export function CoreWords(props: { words: string | undefined }) {
  return codeParts(known(props.words) ?? '').map(({ text, isCode }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence do not change places
    isCode ? <code key={at}>{text}</code> : text,
  )
}

/** "Run `ssh rack` once": every second part is a command, as long as each backtick has its other one. */
function codeParts(sentence: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  const parts = sentence.split('`')
  if (parts.length % 2 === 0) return [{ text: sentence, isCode: false }]
  return parts.map((text, at) => ({ text, isCode: at % 2 === 1 })).filter(({ text }) => text !== '')
}
