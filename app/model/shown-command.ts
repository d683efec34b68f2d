/** A command as a person types it in a shell. Pure. */

export function shownCommand(words: readonly string[]): string {
  return words.map((word) => (/^[\w./:@=-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')
}
