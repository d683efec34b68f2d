/** What is said of a connection that did not come about, and what to do about a certificate: that does not pass by itself. Pure. */
import { AppError } from '../base/errors.ts'
import { HttpFailure } from '../base/ports.ts'

/** OpenSSL's names for a chain that ends at nobody this machine knows. */
const UNKNOWN_AUTHORITY =
  /^(UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED)/

export const CERTIFICATE_HINT =
  'If your network has a certificate authority of its own, name its certificate in NODE_EXTRA_CA_CERTS=/path/to/ca.pem and start Lamplighter again.'

export function isUnknownAuthority(error: unknown): boolean {
  return error instanceof HttpFailure && error.reason === 'tls' && UNKNOWN_AUTHORITY.test(error.code ?? '')
}

export const CLIENT_CERTIFICATE_HINT =
  'Check the client certificate and its key, until when it holds, and what is registered of it there.'

/** For the options of an AppError. */
export function certificateHint(error: unknown): { readonly hint?: string } {
  if (isAboutOurs(error)) return { hint: CLIENT_CERTIFICATE_HINT }
  return isUnknownAuthority(error) ? { hint: CERTIFICATE_HINT } : {}
}

/** @param name of whom nothing came back */
export function unreachable(name: string, cause: HttpFailure): AppError {
  const what = isAboutOurs(cause)
    ? `No connection to ${name} comes about with this client certificate.`
    : `${name} cannot be reached.`
  return new AppError('PROVIDER_UNREACHABLE', what, { cause, ...certificateHint(cause) })
}

function isAboutOurs(error: unknown): boolean {
  return error instanceof HttpFailure && error.reason === 'client-certificate'
}
