import { describe, expect, it } from 'vitest'
import { clientFailure, troubleFailure } from '../../../../app/engine/refresh/failure-text.ts'

const ACME = { id: 'acme', name: 'Acme' }
const network = (detail: string) =>
  troubleFailure(ACME, { kind: 'transient', from: 'network', detail } as never).message

describe('what went wrong at a provider, in words', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:443', 'Acme did not answer (connection refused).'],
    ['getaddrinfo ENOTFOUND acme.test', 'Acme did not answer (its name was not found).'],
    ['connect ENETUNREACH 2001:db8::1:443', 'Acme did not answer (no network).'],
    ['read ECONNRESET', 'Acme did not answer (the connection broke).'],
    ['connect ETIMEDOUT 203.0.113.7:443', 'Acme did not answer (no reply in time).'],
    ['something new', 'Acme did not answer.'],
  ])('%s: %s', (detail, message) => {
    expect(network(detail)).toBe(message)
  })

  it('names the client id where that is refused', () => {
    const failure = clientFailure(ACME, { kind: 'client-rejected', detail: 'invalid_client' } as never)
    expect(failure.message).toBe('Acme refused Lamplighter’s client id. The login itself may be fine.')
  })
})
