/** Fields of config.json that mean nothing to us: a slip of the hand, or of a newer Lamplighter. Named, never ignored. Pure. */
import { nearest } from '../base/nearest.ts'
import type { Failure } from '../contract/failure.ts'

/** The code of what is said about them: a warning, since everything else works. */
export const NOT_UNDERSTOOD = 'CONFIG_NOT_UNDERSTOOD'

/** For a person, beside what else is wrong with the configuration. */
export function notUnderstoodProblems(path: string, fields: readonly string[] = []): readonly Failure[] {
  const hint = 'Correct or remove it; until then it does nothing.'
  return fields.map((field) => ({ code: NOT_UNDERSTOOD, message: `${path}: ${field}`, hint, path }))
}

/** What is understood at one level: by name, what is understood inside it, where that is known. */
export interface KnownFields {
  readonly [name: string]: KnownFields | true
}

/** Stands for any name: an id that a person chose. */
export const ANY = '*'

export interface UnknownField {
  /** "providers.acme.clientID" */
  readonly path: string
  /** The name that was probably meant. */
  readonly meant?: string
}

export function unknownFields(value: unknown, known: KnownFields, prefix = ''): readonly UnknownField[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => unknownFields(one, known, `${prefix}${at}.`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const below = Object.hasOwn(known, name) ? known[name] : known[ANY]
    if (below === true) return []
    if (below !== undefined) return unknownFields(inner, below, `${prefix}${name}.`)
    const meant =
      Object.keys(known).find((one) => plain(one) === plain(name)) ?? nearest(name, Object.keys(known))
    return [{ path: `${prefix}${name}`, ...(meant === undefined ? {} : { meant }) }]
  })
}

export function inWords({ path, meant }: UnknownField): string {
  return meant === undefined
    ? `${path} is not understood`
    : `${path} is not understood; did you mean "${meant}"?`
}

/** Capitals, dashes and underscores aside: client_id for clientId. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
