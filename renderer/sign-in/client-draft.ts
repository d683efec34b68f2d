/** How a client asks, as text in fields: from config.json's names and back. Only what was changed is said. Pure. */
import type { ProviderInput, RedirectInput } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

export interface ClientFields {
  readonly clientAuthentication: string
  readonly grant: string
  /** The secret is typed for the vault, unless this names the environment variable that holds it. */
  readonly clientSecretEnv: string
  readonly clientKeyId: string
  /** A name of this machine, or `elsewhere`. */
  readonly redirectHost: string
  readonly redirectPort: string
  readonly redirectPath: string
  readonly redirectAddress: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly deviceAuthorizationEndpoint: string
  readonly revocationEndpoint: string
  /** A line for each: name=value. */
  readonly authorizationParams: string
  readonly tokenParams: string
  readonly refreshParams: string
  readonly assertionClaims: string
  readonly dpop: string
  readonly pushedAuthorization: string
  readonly requestObject: string
}
export type ClientField = keyof ClientFields
export type ClientErrors = Partial<Record<string, string | undefined>>

export const ELSEWHERE = 'elsewhere'
/** Of a yes-or-no field. */
export const YES = 'yes'

export const AUTHENTICATIONS: readonly (readonly [id: string, label: string])[] = [
  ['', t('As the server says')],
  ['none', t('None: a public client')],
  ['client_secret_basic', t('Secret in the header (basic)')],
  ['client_secret_post', t('Secret in the body (post)')],
  ['client_secret_jwt', t('Signed with the secret (client_secret_jwt)')],
  ['private_key_jwt', t('Signed with a private key (private_key_jwt)')],
  ['tls_client_auth', t('A certificate (tls_client_auth)')],
  ['self_signed_tls_client_auth', t('A certificate of its own (self_signed_tls_client_auth)')],
]
export const GRANTS: readonly (readonly [id: string, label: string])[] = [
  ['', t('A person')],
  ['client_credentials', t('The client itself (client credentials)')],
  ['jwt_bearer', t('The client itself (JWT bearer)')],
]
export const HOSTS: readonly (readonly [id: string, label: string])[] = [
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
  ['[::1]', '[::1]'],
  [ELSEWHERE, t('An https address, pasted')],
]

const TEXTS = ['clientAuthentication', 'grant', 'clientSecretEnv', 'clientKeyId'] as const
const ENDPOINTS = [
  'authorizationEndpoint',
  'tokenEndpoint',
  'deviceAuthorizationEndpoint',
  'revocationEndpoint',
] as const
const PAIRS = ['authorizationParams', 'tokenParams', 'refreshParams', 'assertionClaims'] as const
const SWITCHES = ['dpop', 'pushedAuthorization', 'requestObject'] as const

export function clientFields(input: Partial<ProviderInput>): ClientFields {
  const texts = [...TEXTS, ...ENDPOINTS].map((name) => [name, input[name] ?? ''] as const)
  const pairs = PAIRS.map((name) => [name, linesOf(input[name])] as const)
  const switches = SWITCHES.map((name) => [name, input[name] ? YES : ''] as const)
  return {
    ...(Object.fromEntries([...texts, ...pairs, ...switches]) as unknown as ClientFields),
    ...redirectFields(input.redirect),
  }
}

/** The same client with what was changed; what was emptied is not said any more. Call when clientErrors() finds nothing. */
export function withClientFields(
  input: ProviderInput,
  fields: ClientFields,
  before: ClientFields,
): ProviderInput {
  const changed = (name: ClientField): boolean => fields[name].trim() !== before[name].trim()
  const next: Record<string, unknown> = { ...input }
  for (const name of [...TEXTS, ...ENDPOINTS])
    if (changed(name)) next[name] = fields[name].trim() || undefined
  for (const name of PAIRS) if (changed(name)) next[name] = pairsOf(fields[name])
  for (const name of SWITCHES) if (changed(name)) next[name] = fields[name] === YES
  if (REDIRECT.some(changed)) next['redirect'] = redirectOf(fields)
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== undefined),
  ) as unknown as ProviderInput
}

const REDIRECT = ['redirectHost', 'redirectPort', 'redirectPath', 'redirectAddress'] as const

/** Empty when everything is in order. */
export function clientErrors(fields: ClientFields): ClientErrors {
  const endpoints = ENDPOINTS.flatMap((name) => {
    const wrong = fields[name].trim() === '' ? undefined : addressError(fields[name])
    return wrong === undefined ? [] : [[name, wrong]]
  })
  const pairs = PAIRS.flatMap((name) => {
    const wrong = lines(fields[name]).find((line) => line.indexOf('=') < 1)
    return wrong === undefined
      ? []
      : [[name, t('One on each line, as name=value. This is not: {wrong}', { wrong })]]
  })
  return {
    ...Object.fromEntries([...endpoints, ...pairs]),
    ...(fields.redirectHost === ELSEWHERE ? elsewhereErrors(fields) : loopbackErrors(fields)),
    ...(fields.clientSecretEnv === '' || /^[A-Za-z_]\w*$/.test(fields.clientSecretEnv.trim())
      ? {}
      : { clientSecretEnv: t('The name of a variable, such as ACME_SECRET; never the secret itself.') }),
  }
}

function loopbackErrors({ redirectPort, redirectPath }: ClientFields): ClientErrors {
  const ports = portsOf(redirectPort)
  const isPort =
    ports.length > 0 && ports.every((port) => Number.isInteger(port) && port >= 0 && port < 65_536)
  return {
    ...(isPort
      ? {}
      : { redirectPort: t('A port, or several with commas between them; 0 for any that is free.') }),
    ...(/^\/[^?#\s]*$/.test(redirectPath.trim())
      ? {}
      : { redirectPath: t('It begins with /, such as /callback') }),
  }
}

function elsewhereErrors({ redirectAddress }: ClientFields): ClientErrors {
  return /^(?!http:)[\x21-\x7E]+$/i.test(redirectAddress.trim())
    ? {}
    : { redirectAddress: t('An https address that is registered at the provider.') }
}

/** The secret is a private key, of several lines; with a certificate both are in one text. */
export function keyAskedBy({ clientAuthentication, grant }: ClientFields): 'key' | 'certificate' | undefined {
  if (clientAuthentication.endsWith('tls_client_auth')) return 'certificate'
  return clientAuthentication === 'private_key_jwt' || grant === 'jwt_bearer' ? 'key' : undefined
}

/** Where a fault of the core is shown: its names are those of config.json. */
export function fieldOfFault(field: string, { redirectHost }: ClientFields): string {
  if (field === 'redirect') return redirectHost === ELSEWHERE ? 'redirectAddress' : 'redirectPort'
  return field
}

export function addressError(text: string): string | undefined {
  if (text.trim() === '') return t('An address is needed here, such as https://login.example.org')
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return t('This is not a web address. It begins with https://')
  }
  // Plain http would show tokens to the network; on loopback nobody else is there to see them.
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || loopback
    ? undefined
    : t('Use https: plain http is allowed on this machine only.')
}

/** Any free port of this machine, which RFC 8252 §7.3 asks of every server. */
const USUAL: RedirectInput = { host: '127.0.0.1', port: 0, path: '/callback' }

function redirectFields(
  redirect: RedirectInput = USUAL,
): Pick<ClientFields, 'redirectHost' | 'redirectPort' | 'redirectPath' | 'redirectAddress'> {
  if ('address' in redirect) {
    return { ...redirectFields(USUAL), redirectHost: ELSEWHERE, redirectAddress: redirect.address }
  }
  return {
    redirectHost: redirect.host,
    redirectPort: [redirect.port].flat().join(', '),
    redirectPath: redirect.path,
    redirectAddress: '',
  }
}

function redirectOf(fields: ClientFields): RedirectInput {
  const { redirectHost, redirectPort, redirectPath, redirectAddress } = fields
  if (redirectHost === ELSEWHERE) return { address: redirectAddress.trim() }
  const ports = portsOf(redirectPort)
  const [port = 0] = ports
  return {
    host: redirectHost === 'localhost' || redirectHost === '[::1]' ? redirectHost : '127.0.0.1',
    port: ports.length > 1 ? ports : port,
    path: redirectPath.trim(),
  }
}

function portsOf(text: string): readonly number[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
}

function linesOf(pairs: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(pairs ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function pairsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines(text).map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
