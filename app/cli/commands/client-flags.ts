/** Flags of `provider add` that say what our client is there, how it shows that, and what its requests carry. */
import { AppError } from '../../base/errors.ts'
import type { ProviderInput } from '../../contract/views.ts'
import { CLIENT_GRANTS } from '../../model/credential.ts'
import { CLIENT_AUTHENTICATIONS } from '../../model/provider.ts'
import type { FlagsOf, FlagTable } from '../io/flags.ts'

const PAIR = 'NAME=VALUE'

export const CLIENT_FLAGS = {
  grant: {
    type: 'string',
    value: CLIENT_GRANTS.join('|'),
    help: 'the client signs itself in, nobody present',
  },
  'client-authentication': {
    type: 'string',
    value: 'METHOD',
    help: `how the client shows its secret, key or certificate: ${CLIENT_AUTHENTICATIONS.join(', ')}`,
  },
  'client-secret-env': {
    type: 'string',
    value: 'NAME',
    help: 'the environment variable that holds the client secret or key',
  },
  'client-secret-file': { type: 'string', value: 'FILE', help: 'the file that holds it' },
  'client-secret-command': { type: 'string', value: '"WORDS"', help: 'the command that prints it' },
  'client-certificate-file': {
    type: 'string',
    value: 'FILE',
    help: 'the certificate of a key, where that does not bring its own',
  },
  'client-key-id': { type: 'string', value: 'KID', help: 'which of the client’s keys it is' },
  'revocation-endpoint': { type: 'string', value: 'URL', help: 'where logins are ended' },
  'authorization-param': {
    type: 'string',
    multiple: true,
    value: PAIR,
    help: 'more for the sign-in; may be repeated',
  },
  'token-param': { type: 'string', multiple: true, value: PAIR, help: 'more for the code’s exchange' },
  'refresh-param': { type: 'string', multiple: true, value: PAIR, help: 'more for each renewal' },
  par: { type: 'boolean', help: 'sends the authorization request ahead (RFC 9126)' },
  'request-object': {
    type: 'boolean',
    help: 'signs the authorization request with the client’s key (RFC 9101)',
  },
  dpop: { type: 'boolean', help: 'binds the tokens to a key of ours (RFC 9449)' },
  'token-exchange': {
    type: 'boolean',
    help: 'narrower tokens can be had (RFC 8693), and the issuer does not say so',
  },
} as const satisfies FlagTable

/** Only what was given. config.json's own rules look at the values. @throws AppError ARGUMENT_INVALID */
export function clientInput(flags: FlagsOf<typeof CLIENT_FLAGS>): Partial<ProviderInput> {
  const { clientSecretEnv, clientSecretFile, clientSecretCommand, clientKeyId, revocationEndpoint } = flags
  const { clientCertificateFile } = flags
  const sources = [clientSecretEnv, clientSecretFile, clientSecretCommand].filter((one) => one !== undefined)
  if (sources.length > 1)
    throw new AppError(
      'ARGUMENT_INVALID',
      'Name one place for the client secret: a variable, a file or a command.',
    )
  const clientAuthentication = CLIENT_AUTHENTICATIONS.find((one) => one === flags.clientAuthentication)
  if (flags.clientAuthentication !== undefined && clientAuthentication === undefined) {
    const known = CLIENT_AUTHENTICATIONS.join(', ')
    throw new AppError('ARGUMENT_INVALID', `--client-authentication is one of ${known}.`)
  }
  const grant = CLIENT_GRANTS.find((one) => one === flags.grant)
  if (flags.grant !== undefined && grant === undefined)
    throw new AppError('ARGUMENT_INVALID', `--grant is one of ${CLIENT_GRANTS.join(', ')}.`)
  return {
    ...(grant === undefined ? {} : { grant }),
    ...(clientAuthentication === undefined ? {} : { clientAuthentication }),
    ...(clientSecretEnv === undefined ? {} : { clientSecretEnv }),
    ...(clientSecretFile === undefined ? {} : { clientSecretFile }),
    ...(clientSecretCommand === undefined
      ? {}
      : { clientSecretCommand: clientSecretCommand.split(/\s+/).filter(Boolean) }),
    ...(clientCertificateFile === undefined ? {} : { clientCertificateFile }),
    ...(clientKeyId === undefined ? {} : { clientKeyId }),
    ...(revocationEndpoint === undefined ? {} : { revocationEndpoint }),
    ...pairs('authorizationParams', flags.authorizationParam),
    ...pairs('tokenParams', flags.tokenParam),
    ...pairs('refreshParams', flags.refreshParam),
    ...(flags.par ? { pushedAuthorization: true } : {}),
    ...(flags.dpop ? { dpop: true } : {}),
    ...(flags.requestObject ? { requestObject: true } : {}),
    ...(flags.tokenExchange ? { tokenExchange: true } : {}),
  }
}

function pairs<N extends string>(
  name: N,
  given: readonly string[] | undefined,
): { [K in N]?: Record<string, string> } {
  if (given === undefined) return {}
  return { [name]: Object.fromEntries(given.map(pairOf)) } as { [K in N]?: Record<string, string> }
}

/** @throws AppError ARGUMENT_INVALID */
export function pairOf(given: string): [string, string] {
  const at = given.indexOf('=')
  if (at > 0) return [given.slice(0, at), given.slice(at + 1)]
  throw new AppError('ARGUMENT_INVALID', `${PAIR} is expected, not "${given}".`)
}
