/** The fields of a provider that is changed: as texts, what is wrong with them, and back in config.json's names. */
import type { ProviderEdit } from '../../app/contract/views.ts'
import { addressError } from './client-draft.ts'

export type EditFields = Readonly<Record<Exclude<keyof ProviderEdit, 'id'>, string>>

interface Field {
  readonly name: keyof EditFields
  readonly label: string
  readonly hint?: string
}

const NAME: Field = { name: 'name', label: 'Name', hint: 'How it is called in the list.' }
const ISSUER: Field = { name: 'issuer', label: 'Issuer', hint: 'The endpoints are read from there.' }
const ENDPOINTS: readonly Field[] = [
  { name: 'authorizationEndpoint', label: 'Authorization endpoint' },
  { name: 'tokenEndpoint', label: 'Token endpoint' },
  { name: 'deviceAuthorizationEndpoint', label: 'Device authorization endpoint' },
]
const CLIENT: readonly Field[] = [
  { name: 'clientId', label: 'Client id' },
  { name: 'scopes', label: 'Scopes', hint: 'With spaces between them.' },
]
const ADDRESSES = [ISSUER, ...ENDPOINTS]

/** An issuer tells the endpoints; those that are written beside it are shown all the same. */
export function shownFields(before: ProviderEdit): readonly Field[] {
  const endpoints = before.issuer === undefined ? ENDPOINTS : ENDPOINTS.filter(({ name }) => before[name])
  return [NAME, ...(before.issuer === undefined ? [] : [ISSUER]), ...endpoints, ...CLIENT]
}

export function fieldsOf({ scopes = [], ...before }: ProviderEdit): EditFields {
  return {
    name: before.name ?? '',
    issuer: before.issuer ?? '',
    authorizationEndpoint: before.authorizationEndpoint ?? '',
    tokenEndpoint: before.tokenEndpoint ?? '',
    deviceAuthorizationEndpoint: before.deviceAuthorizationEndpoint ?? '',
    clientId: before.clientId ?? '',
    scopes: scopes.join(' '),
  }
}

/** Empty when everything is in order. */
export function editErrors(
  fields: EditFields,
  before: ProviderEdit,
): Partial<Record<keyof EditFields, string>> {
  const errors: Partial<Record<keyof EditFields, string>> = {}
  for (const { name } of ADDRESSES) {
    // What could be left out may be emptied; an issuer, and a token endpoint without one, could not.
    const isNeeded =
      name === 'issuer' ? before.issuer !== undefined : name === 'tokenEndpoint' && !before.issuer
    const wrong = fields[name].trim() === '' && !isNeeded ? undefined : addressError(fields[name])
    if (wrong) errors[name] = wrong
  }
  if (before.issuer === undefined && fields.clientId.trim() === '')
    errors.clientId = 'The provider gives one to each application it knows.'
  return errors
}

/** What is empty is taken out. */
export function editOf(id: string, fields: EditFields): ProviderEdit {
  const { scopes, ...plain } = fields
  const words = scopes.split(/[\s,]+/).filter(Boolean)
  const filled = Object.entries(plain).flatMap(([name, text]) =>
    text.trim() === '' ? [] : [[name, text.trim()]],
  )
  return { id, ...Object.fromEntries(filled), ...(words.length > 0 ? { scopes: words } : {}) }
}
