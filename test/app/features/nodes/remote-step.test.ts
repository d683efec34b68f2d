/** The lines of a sign-in on another machine: what is taken as a step, and what is not believed. */
import { describe, expect, it } from 'vitest'
import { readRemoteLine } from '../../../../app/features/nodes/remote-step.ts'

const VIEW = { id: 'l1', providerId: 'acme', providerName: 'Acme', startedAtMs: 1 }
const BROWSER = {
  kind: 'browser',
  url: `https://acme.test/authorize?request=${'x'.repeat(2000)}`,
  listening: true,
  redirectUri: 'http://127.0.0.1:1455/cb',
}
const line = (step: unknown, more: object = {}) => JSON.stringify({ step: { ...VIEW, ...more, step } })
const read = (text: string) => readRemoteLine(text, 'T440')

describe('a line of a sign-in elsewhere', () => {
  it.each([
    { kind: 'starting' },
    BROWSER,
    { kind: 'device', userCode: 'AB-CD', verificationUri: 'https://acme.test/device', expiresAtMs: 5 },
    { kind: 'program', program: 'GitHub CLI', command: 'gh auth login' },
    { kind: 'exchanging' },
    { kind: 'done', profileId: 'acme:ada', account: 'ada', remains: [{ what: 'Restart it.', command: 'x' }] },
    { kind: 'failed', failure: { code: 'LOGIN_DENIED', message: 'You said no.' } },
  ])('is a step: $kind', (step) => {
    expect(read(line(step))).toEqual({ kind: 'step', view: { ...VIEW, step } })
  })

  it.each(['Welcome to Debian', '', '[]', '{"step":"done"}', '{"step":{"kind":"done"}}', '{"other":1}'])(
    'is somebody else’s: %j',
    (text) => expect(read(text)).toEqual({ kind: 'other' }),
  )

  it('may say why it could not begin', () => {
    const failure = { code: 'PROFILE_UNKNOWN', message: 'There is no login\u001b[31m.' }
    expect(read(JSON.stringify({ failure }))).toEqual({
      kind: 'refused',
      failure: { ...failure, message: 'There is no login\uFFFD[31m.' },
    })
  })

  it.each([
    ['step.kind', line({ kind: 'levitating' })],
    ['step.url', line({ ...BROWSER, url: 7 })],
    ['step.url', line({ ...BROWSER, url: 'https://acme.test/\u001b]0;x' })],
    ['step.listening', line({ ...BROWSER, listening: 'yes' })],
    ['step.failure', line({ kind: 'failed' })],
    ['startedAtMs', line({ kind: 'starting' }, { startedAtMs: 'now' })],
    ['message', JSON.stringify({ failure: { code: 'X' } })],
  ])('is refused with the place, where it has another shape: %s', (where, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'NODE_LACKS', message: expect.stringContaining(where) }),
    )
  })
})
