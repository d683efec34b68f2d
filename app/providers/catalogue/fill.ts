/** Puts what the person gave into the blanks of an entry: `{host}` in an address, a parameter, a page. Pure. */
import { AppError } from '../../base/errors.ts'
import { isSafeEndpoint } from '../../oauth/endpoint-url.ts'

export type Blanks = Readonly<Record<string, string>>

const BLANK = /\{(\w+)\}/g

export function blanksIn(template: string): readonly string[] {
  return [...template.matchAll(BLANK)].map(([, name]) => name ?? '')
}

/** Undefined while one of its blanks is empty. */
export function fill(template: string, blanks: Blanks): string | undefined {
  if (blanksIn(template).some((name) => !Object.hasOwn(blanks, name))) return undefined
  return template.replace(BLANK, (_, name: string) => blanks[name] ?? '')
}

/**
 * The same for an address: people copy a host with its scheme from the browser, so that is taken off.
 * @throws AppError ARGUMENT_INVALID for what does not make an address
 */
export function fillAddress(template: string, blanks: Blanks): string | undefined {
  const bare = Object.fromEntries(Object.entries(blanks).map(([name, value]) => [name, withoutScheme(value)]))
  const filled = fill(template, bare)
  if (filled === undefined) return undefined
  const wrong = blanksIn(template).find((name) => !/^[\w.:/-]+$/.test(bare[name] ?? ''))
  if (wrong !== undefined || !isSafeEndpoint(filled.replace(/#.*$/, ''))) {
    const name = wrong ?? blanksIn(template)[0]
    throw new AppError('ARGUMENT_INVALID', `"${blanks[name ?? '']}" does not fit into ${template}.`, {
      hint: `Give "${name}" as it stands in the provider's address.`,
      field: `blanks.${name}`,
    })
  }
  return filled
}

function withoutScheme(value: string): string {
  return value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
}
