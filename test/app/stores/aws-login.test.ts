import { describe, expect, it } from 'vitest'
import { awsLogin } from '../../../app/stores/aws-login.ts'
import { NO_CHOICES } from '../../../app/stores/shared/program-choices.ts'
import { QuickClock } from '../../fakes/clock.ts'
import { createFakePorts } from '../../fakes/ports.ts'

const SESSION = 'arn:aws:iam::123456789012:user/ada'
const signal = new AbortController().signal

async function machine(leftMs: number, config: string) {
  const ports = createFakePorts({ clock: new QuickClock() })
  const path = `/home/ada/.aws/login/cache/${ports.random.sha256Hex(SESSION)}.json`
  const keys = {
    sessionToken: 'CANARY',
    accountId: '123456789012',
    expiresAt: new Date(ports.clock.now() + leftMs).toISOString(),
  }
  ports.files.put(path, JSON.stringify({ accessToken: keys, refreshToken: 'CANARYr' }))
  ports.files.put('/home/ada/.aws/config', config)
  const store = awsLogin(ports, { ...NO_CHOICES, mayRefresh: () => true })
  const [entry] = (await store.scan()).entries
  if (!entry) throw new Error('no login')
  return { ports, store, entry }
}

const CONFIG = `[default]\nregion = eu-west-1\n\n[profile other]\nlogin_session = arn:other\n\n[profile "ada lovelace"]\nlogin_session = ${SESSION}\n`

describe('aws login, where a person wishes it', () => {
  it('is asked in its last minutes, for the profile that the file belongs to', async () => {
    const { ports, store, entry } = await machine(3 * 60_000, CONFIG)
    expect(entry.mode).toBe('delegated')
    await store.delegation?.refresh(entry.holder, signal)
    expect(ports.commands.runs.map(({ words }) => words)).toEqual([
      ['aws', 'sts', 'get-caller-identity', '--profile', 'ada lovelace'],
    ])
  })

  it('is not asked before that, nor for a session that no profile has any more', async () => {
    const early = await machine(12 * 60_000, CONFIG)
    const lost = await machine(3 * 60_000, '[default]\nlogin_session = arn:other\n')
    for (const { store, entry, ports } of [early, lost]) {
      await expect(store.delegation?.refresh(entry.holder, signal)).rejects.toMatchObject({
        code: 'NOT_REFRESHABLE',
      })
      expect(ports.commands.runs).toEqual([])
    }
  })

  it('is signed in again for that profile', async () => {
    const { store, entry } = await machine(3 * 60_000, CONFIG)
    expect(store.login?.command(entry)).toEqual(['aws', 'login', '--profile', 'ada lovelace'])
  })

  it('that fails is said', async () => {
    const { ports, store, entry } = await machine(3 * 60_000, CONFIG)
    ports.commands.prints.set('aws', () => ({ code: 255 }))
    await expect(store.delegation?.refresh(entry.holder, signal)).rejects.toThrow('ended with code 255')
  })
})
