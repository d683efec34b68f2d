/** What to do about a certificate from an authority that this machine does not know: it does not pass by itself. Pure. */
import { HttpFailure } from '../base/ports.ts'

/** OpenSSL's names for a chain that ends at nobody this machine knows. */
const UNKNOWN_AUTHORITY =
  /^(UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED)/

export const CERTIFICATE_HINT =
  'If your network has a certificate authority of its own, name its certificate in NODE_EXTRA_CA_CERTS=/path/to/ca.pem and start Lamplighter again.'

export function isUnknownAuthority(error: unknown): boolean {
  return error instanceof HttpFailure && error.reason === 'tls' && UNKNOWN_AUTHORITY.test(error.code ?? '')
}

/** For the options of an AppError. */
export function certificateHint(error: unknown): { readonly hint?: string } {
  return isUnknownAuthority(error) ? { hint: CERTIFICATE_HINT } : {}
}
