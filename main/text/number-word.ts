/** Small numbers as a sentence says them. Pure. */
import { numberText, t } from '../../app/words/t.ts'

/** "three"; from thirteen on, digits. */
export function numberWord(count: number): string {
  const words = t('no one two three four five six seven eight nine ten eleven twelve').split(' ')
  return words[count] ?? numberText(count)
}

/** "Three", at the beginning of a sentence. */
export function firstWord(count: number): string {
  const word = numberWord(count)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
