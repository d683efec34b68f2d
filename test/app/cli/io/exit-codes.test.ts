import { describe, expect, it } from 'vitest'
import { EXIT, exitCodeOfEvent } from '../../../../app/cli/io/exit-codes.ts'
import type { HistoryEventView, HistoryKind } from '../../../../app/contract/views.ts'

const event = (kind: HistoryKind, cause?: string): HistoryEventView => ({
  id: 'e',
  atMs: 0,
  kind,
  profileId: 'acme',
  providerId: 'acme',
  account: 'ada',
  message: '',
  askedBy: 'a test',
  process: 'a test',
  pid: 1,
  ...(cause === undefined ? {} : { cause }),
})

describe('exitCodeOfEvent', () => {
  it.each([
    ['refreshed', undefined, EXIT.ok],
    ['adopted', undefined, EXIT.ok],
    ['superseded', undefined, EXIT.transient],
    ['retrying', 'transient', EXIT.transient],
    ['rejected', 'rejected', EXIT.needsLogin],
    ['failed', 'other-account', EXIT.needsLogin],
    ['failed', 'unwritable', EXIT.transient],
    ['failed', 'client-rejected', EXIT.cannot],
  ] as const)('takes %s (%s) for %i', (kind, cause, code) => {
    expect(exitCodeOfEvent(event(kind, cause))).toBe(code)
  })
})
