import { describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import { certificateHint, unreachable } from '../../../app/oauth/certificate-hint.ts'

const failure = (code: string) => new HttpFailure('tls', false, code, { code })

describe('certificateHint', () => {
  it.each([
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
  ])('names NODE_EXTRA_CA_CERTS for %s', (code) => {
    expect(certificateHint(failure(code)).hint).toContain('NODE_EXTRA_CA_CERTS')
  })

  it.each([failure('CERT_HAS_EXPIRED'), new HttpFailure('network', false, 'ECONNREFUSED'), new Error('no')])(
    'has nothing to say of %s',
    (error) => {
      expect(certificateHint(error)).toEqual({})
    },
  )
})

describe('unreachable', () => {
  it('does not say of a server that it cannot be reached when it turns our certificate down', () => {
    const error = unreachable('Acme', new HttpFailure('client-certificate', false, 'acme.test: no'))
    expect(error.message).toBe('No connection to Acme comes about with this client certificate.')
    expect(error.hint).toContain('client certificate')
    expect(unreachable('Acme', failure('ECONNREFUSED')).message).toBe('Acme cannot be reached.')
  })
})
