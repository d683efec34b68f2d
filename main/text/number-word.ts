/** Small numbers as a sentence says them. Pure. */

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "three"; from thirteen on, digits. */
export function numberWord(count: number): string {
  return WORDS[count] ?? count.toLocaleString('en-GB')
}

/** "One login needs you": one thing or many, and what they do, at the beginning of a sentence. */
export function sentenceOf(count: number, one: string, many: string): string {
  const word = numberWord(count)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${count === 1 ? one : many}`
}
