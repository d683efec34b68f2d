/** Logins in files of other programs that Lamplighter writes: who is asked, with what, and what stands there afterwards. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const id = () => core.overview().profiles[0]?.id ?? ''
const sent = () => ports.http.requests.map(({ url, body }) => ({ url, body: body ?? '' }))

async function started(schedule = false): Promise<void> {
  core = createCore(ports)
  await run(core.start({ schedule }))
}

beforeEach(() => {
  ports = createFakePorts()
})
afterEach(() => run(core.close()))

describe('a login of opencode', () => {
  const FILE = '/home/ada/.local/share/opencode/auth.json'
  const keep = (leftMs: number, refresh = 'CANARY-refresh-1') =>
    ports.files.put(
      FILE,
      JSON.stringify({
        xai: { type: 'api', key: 'CANARY-key' },
        openai: {
          type: 'oauth',
          refresh,
          access: 'CANARY-access-1',
          expires: ports.clock.now() + leftMs,
          accountId: 'acc-1',
        },
      }),
    )
  const login = () => core.overview().profiles.find(({ id }) => id === 'opencode:openai')
  const kept = () => JSON.parse(ports.files.text(FILE) ?? '').openai
  const answer = { access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2', expires_in: 36_000 }

  it('is renewed at its provider, ahead of its end and once, and written back', async () => {
    ports.http.always('*', { json: answer })
    keep(HOUR)
    await started(true)
    expect(login()?.owner).toMatchObject({ mode: 'shared' })
    await ports.clock.advance(HOUR)
    expect(sent()).toHaveLength(1)
    expect(sent()[0]?.url).toBe('https://auth.openai.com/oauth/token')
    expect(kept()).toMatchObject({
      access: 'CANARY-access-2',
      refresh: 'CANARY-refresh-2',
      accountId: 'acc-1',
    })
    expect(kept().expires).toBeGreaterThan(ports.clock.now() + 8 * HOUR)
  })

  it('is opencode’s own once it has lapsed, until opencode has renewed it', async () => {
    ports.http.always('*', { json: answer })
    keep(-MINUTE)
    await started(true)
    await ports.clock.advance(HOUR)
    expect(sent()).toEqual([])
    expect(login()).toMatchObject({ owner: { mode: 'watched', refreshedBy: 'opencode' } })
    keep(2 * HOUR, 'CANARY-refresh-of-opencode')
    await ports.clock.advance(2 * HOUR)
    expect(sent().map(({ body }) => new URLSearchParams(body).get('refresh_token'))).toEqual([
      'CANARY-refresh-of-opencode',
    ])
  })
})
