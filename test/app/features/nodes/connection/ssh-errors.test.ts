import { describe, expect, it } from 'vitest'
import { toFailure } from '../../../../../app/base/errors.ts'
import { failureOf } from '../../../../../app/features/nodes/connection/ssh-errors.ts'

describe('failureOf', () => {
  it('keeps what was printed there, without what looks like a token', () => {
    const why =
      'profile.sh: refresh_token=CANARY-short; ssh: connect to host t440 port 22: Connection refused'
    const { message, detail } = toFailure(failureOf('t440', { code: 255, why }))
    expect(detail).toContain('Connection refused')
    expect(`${message} ${detail}`).not.toContain('CANARY')
  })
})
