/** Why a request of the window was not taken: which of its parts, and what that must be instead. */
import type { z } from 'zod'
import { AppError } from '../../app/base/errors.ts'
import type { RequestName } from '../../app/contract/channels.ts'
import { t } from '../../app/words/t.ts'

type Issue = z.core.$ZodIssue

/** Names of the schema's own and never what stood there: it may be a secret that somebody pasted. */
export function argumentError(
  name: RequestName,
  schema: z.ZodType,
  { issues }: Pick<z.ZodError, 'issues'>,
): AppError {
  const cause = issues.map(({ path, code }) => `${name}: ${knownPath(schema, path).join('.')}: ${code}`)
  const [issue] = issues
  const isOther = issue === undefined || issue.path.length === 0 || issue.code === 'unrecognized_keys'
  const part = knownPath(schema, issue?.path ?? [])
    .slice(1)
    .join('.')
  const what = part === '' ? t('What was given') : t('“{part}”', { part })
  return new AppError('ARGUMENT_INVALID', isOther ? otherParts(name, part) : sentenceOf(what, issue), {
    cause: cause.join(', '),
    ...(isOther ? { hint: otherVersion() } : {}),
  })
}

function otherParts(name: RequestName, part: string): string {
  return part === ''
    ? t('The request “{name}” has other parts than it takes.', { name })
    : t('“{part}” of the request “{name}” has other parts than it takes.', { part, name })
}

function otherVersion(): string {
  return t(
    'The window may be of another version than what runs behind it: quit Lamplighter, and start it again.',
  )
}

function sentenceOf(what: string, issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      return tooBig(what, Number(issue.maximum), issue.origin)
    case 'too_small': {
      const least = Number(issue.minimum)
      return issue.origin === 'number' || issue.origin === 'int'
        ? t('{what} must be at least {least}.', { what, least })
        : t('{what} must not be empty.', { what })
    }
    case 'invalid_type':
      return wrongKind(what, issue.expected)
    case 'invalid_value':
      return t('{what} must be one of these: {values}.', {
        what,
        values: issue.values.map(String).join(', '),
      })
    default:
      return t('{what} is not written as it has to be.', { what })
  }
}

function tooBig(what: string, most: number, origin: string): string {
  if (origin === 'string') return t('{what} must be at most {most} characters long.', { what, most })
  return origin === 'array'
    ? t('{what} must be at most {most} entries.', { what, most })
    : t('{what} must be at most {most}.', { what, most })
}

function wrongKind(what: string, expected: string): string {
  if (expected === 'string') return t('{what} must be a text.', { what })
  return expected === 'number' || expected === 'int'
    ? t('{what} must be a number.', { what })
    : t('{what} is of another kind than it has to be.', { what })
}

interface Shape {
  readonly innerType?: z.ZodType
  readonly items?: readonly z.ZodType[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
}

/** As far as the schema has names for it. */
function knownPath(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const [first, ...rest] = path
  if (first === undefined) return []
  const next = partOf(schema.def as unknown as Shape, String(first))
  return next ? [String(first), ...knownPath(next, rest)] : []
}

function partOf({ innerType, items, shape, element }: Shape, key: string): z.ZodType | undefined {
  if (innerType) return partOf(innerType.def as unknown as Shape, key)
  if (shape) return Object.hasOwn(shape, key) ? shape[key] : undefined
  return items ? items[Number(key)] : element
}
