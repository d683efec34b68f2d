// RFC 8705: clients that show a certificate. The front looks at the connection, and tells the provider in two headers.
import { X509Certificate } from 'node:crypto'

const CERTIFICATE = 'x-fake-client-certificate'
const TRUSTED = 'x-fake-client-trusted'

/** What the front adds to a request. @param {import('node:tls').TLSSocket} socket */
export function certificateHeaders(socket) {
  const { raw } = socket.getPeerCertificate?.() ?? {}
  if (raw === undefined) return {}
  return { [CERTIFICATE]: raw.toString('base64'), ...(socket.authorized ? { [TRUSTED]: 'yes' } : {}) }
}

const shown = (ctx) => {
  const der = ctx.get(CERTIFICATE)
  return der === '' ? undefined : new X509Certificate(Buffer.from(der, 'base64'))
}

export const certificates = {
  methods: ['tls_client_auth', 'self_signed_tls_client_auth'],
  feature: {
    enabled: true,
    tlsClientAuth: true,
    selfSignedTlsClientAuth: true,
    certificateBoundAccessTokens: true,
    getCertificate: (ctx) => shown(ctx)?.toString(),
    certificateAuthorized: (ctx) => ctx.get(TRUSTED) === 'yes',
    certificateSubjectMatches: (ctx, property, expected) =>
      property === 'tls_client_auth_subject_dn' && shown(ctx)?.subject === expected,
  },
  /** @param {string} origin */
  aliases: (origin) => ({
    mtls_endpoint_aliases: {
      token_endpoint: `${origin}/token`,
      revocation_endpoint: `${origin}/token/revocation`,
      pushed_authorization_request_endpoint: `${origin}/request`,
      device_authorization_endpoint: `${origin}/device/auth`,
    },
  }),
}
