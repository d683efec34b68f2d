/** What the fuzz tests have found, each under its name. */
import { describe, expect, it } from 'vitest'
import { toFailure } from '../../app/base/errors.ts'
import { table } from '../../app/cli/io/table.ts'
import { withSettings } from '../../app/config/schema.ts'
import { createCore } from '../../app/core.ts'
import { parseLines } from '../../app/history/event-file.ts'
import { codeFrom } from '../../app/oauth/authorization-code.ts'
import { startDevice } from '../../app/oauth/device-code.ts'
import { refreshGrant } from '../../app/oauth/token-endpoint.ts'
import { minimaxPortal } from '../../app/providers/minimax-portal.ts'
import { FakeClock } from '../fakes/clock.ts'
import { credential } from '../fakes/entries.ts'
import { FakeHttp } from '../fakes/http.ts'
import { createFakePorts, FAKE_PATHS } from '../fakes/ports.ts'
import { resolved } from '../fakes/providers.ts'
import { FakeRandom } from '../fakes/random.ts'

async function refused(refresh: string, reply: { body: string; headers?: Record<string, string> }) {
  const ports = { http: new FakeHttp().always('*', { status: 400, ...reply }), clock: new FakeClock() }
  return JSON.stringify(await refreshGrant(ports, resolved(), credential({ refresh }), { timeoutMs: 1 }))
}

describe('the words of a token endpoint', () => {
  it('hide the refresh token as a form spells it', async () => {
    const body = JSON.stringify({
      error: 'invalid_grant',
      error_description: 'got refresh_token=CANARY%21+x',
    })
    expect(await refused('CANARY! x', { body })).not.toContain('CANARY')
  })

  it('hide the refresh token as JSON spells it', async () => {
    const body = JSON.stringify({ error: 'invalid_grant', error_description: 'got {"t":"CANARY\\"x"}' })
    expect(await refused('CANARY"x', { body })).not.toContain('CANARY')
  })

  it('hide a refresh token that came back in the content type', async () => {
    expect(await refused('CANARY-1', { body: 'no', headers: { 'content-type': 'CANARY-1' } })).not.toContain(
      'CANARY',
    )
  })

  it('are read although the refresh token has half a surrogate pair in it', async () => {
    expect(await refused('CANARY\ud800', { body: '{"error":"invalid_grant"}' })).toContain('invalid_grant')
  })

  it('cannot move the cursor of a terminal, nor fill the disk', async () => {
    const body = JSON.stringify({
      error: 'invalid_grant',
      error_description: `\u001b[2J${'x'.repeat(1_000_000)}`,
    })
    const told = await refused('CANARY-1', { body })
    expect(told).not.toMatch(/\\u001b/)
    expect(told.length).toBeLessThan(1_200)
  })
})

describe('a new token', () => {
  it('is not lost because its expired_in is an object that is no number', async () => {
    const json = { access_token: 'a', refresh_token: 'r', expired_in: { valueOf: null, toString: null } }
    const ports = { http: new FakeHttp().always('*', { json }), clock: new FakeClock() }
    const provider = resolved({ ...minimaxPortal, clientId: 'c' })
    expect(await refreshGrant(ports, provider, credential(), { timeoutMs: 1 })).toMatchObject({
      kind: 'success',
    })
  })
})

describe('an expiry that a provider tells in its own way', () => {
  it.each([1e300, 1e12])('is left aside when it is %d, which is far away or past', async (expired_in) => {
    const json = { access_token: 'a', refresh_token: 'r', expired_in }
    const ports = { http: new FakeHttp().always('*', { json }), clock: new FakeClock() }
    const provider = resolved({ ...minimaxPortal, clientId: 'c' })
    const told = await refreshGrant(ports, provider, credential(), { timeoutMs: 1 })
    expect(told.kind === 'success' && told.reply.expiresAtMs).toBeUndefined()
  })
})

describe('an authorization answer', () => {
  it('with an error does not bring back the code and the state', () => {
    const params = new URLSearchParams({
      state: 'our-state',
      code: 'CANARY-1',
      error: 'x',
      error_description: 'our-state CANARY-1',
    })
    try {
      codeFrom(params, resolved(), 'our-state')
      expect.unreachable()
    } catch (error) {
      expect(toFailure(error)).toMatchObject({ code: 'PROVIDER_REFUSED', detail: 'x: [secret] [secret]' })
    }
  })
})

describe('a device code', () => {
  it('that lives for an object is refused', async () => {
    const json = {
      device_code: 'd',
      user_code: 'U',
      verification_uri: 'https://x.test',
      expires_in: { toString: null },
    }
    const ports = {
      http: new FakeHttp().always('*', { json }),
      clock: new FakeClock(),
      random: new FakeRandom(),
    }
    await expect(startDevice(ports, resolved())).rejects.toMatchObject({ code: 'REPLY_INVALID' })
  })

  it('that would move the cursor of a terminal is refused', async () => {
    const json = {
      device_code: 'd',
      user_code: '\u001b[2J',
      verification_uri: 'https://x.test',
      expires_in: 60,
    }
    const ports = {
      http: new FakeHttp().always('*', { json }),
      clock: new FakeClock(),
      random: new FakeRandom(),
    }
    await expect(startDevice(ports, resolved())).rejects.toMatchObject({ code: 'REPLY_INVALID' })
  })
})

describe('the scheduler', () => {
  it('starts although an entry of the journal is damaged', async () => {
    const ports = createFakePorts()
    ports.files.put(`${FAKE_PATHS.journal}/abcdefabcdef.json`, '{"torn')
    const core = createCore(ports)
    await ports.clock.run(core.start({ schedule: true }))
    expect(core.overview().scheduler.running).toBe(true)
    await ports.clock.run(core.close())
  })
})

describe('the history', () => {
  it('passes over an event at a time that no calendar has', () => {
    const event = {
      id: 'a',
      kind: 'failed',
      profileId: 'p',
      providerId: 'p',
      account: 'a',
      message: 'm',
      askedBy: 'b',
      process: 'c',
      pid: 1,
    }
    expect(parseLines(`${JSON.stringify({ ...event, atMs: 1e300 })}\n`)).toEqual({ events: [], skipped: 1 })
  })
})

describe('config.json', () => {
  it('keeps a null that the person wrote in a place we do not know', () => {
    const after = withSettings('{"later":null,"theme":"dark"}', 'config.json', { theme: 'light' })
    expect(JSON.parse(after)).toEqual({ later: null, theme: 'light' })
  })
})

describe('a table for the terminal', () => {
  it('shows control characters of a foreign name instead of obeying them, on one line', () => {
    expect(table([['a\u001b[2J\nb', 'c']])).toEqual(['a\uFFFD[2J\uFFFDb  c'])
  })
})
