/** Small numbers as a sentence says them. */
import { numberText, t } from './t.ts'

/** "three"; from thirteen on, digits: "13". */
export function numberWord(count: number): string {
  const words = t('no one two three four five six seven eight nine ten eleven twelve').split(' ')
  return words[count] ?? numberText(count)
}

/** "Three", at the beginning of a sentence. */
export function firstWord(count: number): string {
  return capitalized(numberWord(count))
}

/** "Three agents" of "three agents". */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
