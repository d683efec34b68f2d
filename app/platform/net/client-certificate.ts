/** The certificate that we show to a server in TLS (RFC 8446 §4.4.2): made ready, and what a server says that does not take it. */
import { X509Certificate } from 'node:crypto'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { ClientCertificate } from '../../base/ports.ts'

/** For the options of tls.connect(). @throws Error, why it is of no use */
export function secureContextOf({ chain, key }: ClientCertificate): {
  readonly secureContext: SecureContext
} {
  const secureContext = createSecureContext({ cert: chain, key }) // looks whether the two belong together
  const { validTo } = new X509Certificate(chain)
  if (Date.parse(validTo) < Date.now()) throw new Error(`it ended on ${validTo}`)
  return { secureContext }
}

/**
 * An alert about our certificate (RFC 8446 §6.2). In TLS 1.3 it comes when the request has left already, and yet instead of
 * looking at it.
 */
export function isTurnedDown(code: string): boolean {
  return /_ALERT_(\w*CERTIFICATE\w*|UNKNOWN_CA|ACCESS_DENIED)$/.test(code)
}
