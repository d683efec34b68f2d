import { describe, expect, it } from 'vitest'
import { classifyAnswer, classifyFailure } from '../../../../app/engine/refresh/classify-reply.ts'

const error = (status: number, code?: string, retryAfterMs?: number) =>
  classifyAnswer({
    kind: 'error',
    status,
    ...(code === undefined ? {} : { error: code }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }).kind

describe('classifyAnswer', () => {
  it.each([
    [400, 'invalid_grant', 'rejected'],
    [400, 'refresh_token_expired', 'rejected'],
    [401, 'refresh_token_invalidated', 'rejected'],
    [401, 'token_expired', 'rejected'],
    [200, 'bad_refresh_token', 'rejected'],
    [401, 'refresh_token_reused', 'reused'],
    [403, 'insufficient_scope', 'insufficient-scope'],
    [401, 'invalid_client', 'client-rejected'],
    [400, 'unauthorized_client', 'client-rejected'],
    [400, 'something_new', 'client-rejected'],
    [429, undefined, 'rate-limited'],
    [429, 'invalid_grant', 'rate-limited'],
    [500, 'invalid_grant', 'transient'],
    [502, undefined, 'transient'],
    [503, undefined, 'transient'],
    [408, undefined, 'transient'],
    [400, 'temporarily_unavailable', 'transient'],
    [400, undefined, 'transient'],
    [401, undefined, 'client-rejected'],
  ])('takes HTTP %i %s for %s', (status, code, kind) => {
    expect(error(status, code)).toBe(kind)
  })

  it('takes 503 with Retry-After for a rate limit', () => {
    expect(error(503, undefined, 7_000)).toBe('rate-limited')
  })

  it('takes a page instead of JSON for a captive portal, whatever words are in it', () => {
    const answer = { kind: 'invalid', status: 200, reason: 'HTML, not JSON: "invalid_grant"' } as const
    expect(classifyAnswer(answer).kind).toBe('transient')
  })
})

describe('classifyFailure', () => {
  it('tells a request that never left from one whose reply never came', () => {
    expect(classifyFailure(false, 'ECONNREFUSED').kind).toBe('transient')
    expect(classifyFailure(true, 'timeout').kind).toBe('unknown-outcome')
  })
})
