/** What a value must be instead that a person or a program gave, where the schema itself does not say it: in our words, not the library's. Pure. */
import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** For safeParse(): asked where a rule brings no words of its own. */
export const IN_WORDS = { error: inWords }

function inWords(issue: Issue): string | undefined {
  const { code } = issue
  if (code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`
  if (code === 'invalid_value') return `must be ${oneOf(issue.values.map((one) => JSON.stringify(one)))}`
  if (code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number') return 'must not be empty'
  if (code === 'too_big')
    return `must be ${issue.inclusive === false ? 'below' : 'at most'} ${amount(issue, issue.maximum)}`
  if (code === 'too_small')
    return `must be ${issue.inclusive === false ? 'above' : 'at least'} ${amount(issue, issue.minimum)}`
  if (code === 'unrecognized_keys') return `holds what is not understood: ${issue.keys.join(', ')}`
  return 'is not understood'
}

function amount(
  { origin }: Extract<Issue, { code: 'too_big' | 'too_small' }>,
  most: number | bigint,
): string {
  if (origin === 'array') return `${most} entries`
  return origin === 'string' ? `${most} characters` : String(most)
}

function oneOf(words: readonly (string | undefined)[]): string {
  const last = words.at(-1)
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : `${last}`
}
