/** On Windows many commands are batch files, which cmd.exe alone can start. It reads words in its own way. Pure. */

/** As `spawn` takes it: `args` go as they are, without quotes of Node.js's. */
export interface BatchStart {
  readonly command: string
  readonly args: readonly string[]
}

export function isBatch(command: string): boolean {
  return /\.(cmd|bat)$/i.test(command)
}

/** @param comspec the path of cmd.exe. @throws Error for words that no quotes could carry through */
export function batchStart(words: readonly string[], comspec: string): BatchStart {
  const unsafe = words.find((word) => /["%\r\n]/.test(word))
  if (unsafe !== undefined)
    throw new Error(`was not started: cmd.exe cannot hand on ${JSON.stringify(unsafe)}`)
  // With /s the outermost quotes go, and all between them stays as it is.
  return { command: comspec, args: ['/d', '/s', '/c', `"${words.map(inQuotes).join(' ')}"`] }
}

/** A backslash before the closing quote would take it for a character. */
function inQuotes(word: string): string {
  return `"${word.replace(/\\+$/, (end) => end + end)}"`
}
