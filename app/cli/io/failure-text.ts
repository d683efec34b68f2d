import { toFailure } from '../../base/errors.ts'

/** What went wrong, for standard error. */
export function failureText(error: unknown): string {
  const { message, hint, detail } = toFailure(error)
  return [`lamplighter: ${message}`, hint, detail].filter(Boolean).join('\n  ')
}
