import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Register } from '../../../../app/base/register.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createClock } from '../../../../app/platform/clock.ts'
import { certifyServer, makeAuthority } from '../../../../app/platform/fleet/certificate.ts'
import { createEtcd } from '../../../../app/platform/fleet/etcd.ts'

const authority = makeAuthority('test', Date.now())
const UNKNOWN_USER = { code: 3, message: 'etcdserver: authentication failed, invalid user ID or password' }
const OLD = { code: 3, message: 'etcdserver: revision of auth store is old' }
const HEADER = { header: { cluster_id: '1', revision: '1' } }

/** @param says what it answers to each call of this path, undefined: as it should be */
async function member(
  says: (path: string) => object | 'nothing' | undefined,
): Promise<{ url: string; asked: string[] }> {
  const server = createServer({ cert: authorityServer.certificate, key: authorityServer.key })
  const asked: string[] = []
  server.on('request', async (request, response) => {
    for await (const _ of request);
    const path = request.url ?? ''
    asked.push(path)
    const error = says(path)
    if (error === 'nothing') return
    response.writeHead(error ? 400 : 200)
    response.end(JSON.stringify(error ?? { ...HEADER, token: 'CANARY-token' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
const authorityServer = certifyServer(authority, ['127.0.0.1'], Date.now())

function open(...members: readonly string[]): Register {
  const password = new Secret('CANARY-password')
  const register = createEtcd({ members, ca: authority.certificate, user: 'n', password }, createClock())
  onTestFinished(() => register.close())
  return register
}

it('asks the others when a member does not know its user, who may be new', async () => {
  const behind = await member((path) => (path.endsWith('authenticate') ? UNKNOWN_USER : undefined))
  const level = await member(() => undefined)
  expect(await open(behind.url, level.url).read('/a')).toBeUndefined()
  expect(behind.asked).toEqual(['/v3/auth/authenticate'])
})

it('is denied when no member knows its user', async () => {
  const both = await Promise.all([member(() => UNKNOWN_USER), member(() => UNKNOWN_USER)])
  const read = open(...both.map(({ url }) => url)).read('/a')
  await expect(read).rejects.toMatchObject({ reason: 'denied', left: false })
})

it('takes a new token as often as users change meanwhile', async () => {
  let changes = 3
  const one = await member((path) => (path.endsWith('range') && changes-- > 0 ? OLD : undefined))
  expect(await open(one.url).read('/a')).toBeUndefined()
})

it('is not refused where they change all the time', async () => {
  const one = await member((path) => (path.endsWith('txn') ? OLD : undefined))
  await expect(open(one.url).create('/a', '')).rejects.toMatchObject({ reason: 'unreachable' })
})

it('asks a member that does not answer in time with the token that it has, and for another one at last', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const mute = await member((path) => (path.endsWith('range') ? 'nothing' : undefined))
  const register = open(mute.url)
  const reads = (): number => mute.asked.filter((path) => path.endsWith('range')).length
  for (let before = 0; before < 4; before++) {
    const failure = register.read('/a').catch((error: unknown) => error)
    while (reads() === before) await new Promise((resolve) => setImmediate(resolve))
    vi.advanceTimersByTime(4_000)
    expect(await failure).toMatchObject({
      reason: 'unreachable',
      message: `${mute.url}: no answer within 4 s`,
    })
  }
  const asked = mute.asked.map((path) => path.split('/').at(-1))
  expect(asked).toEqual(['authenticate', 'range', 'range', 'range', 'authenticate', 'range'])
})

it('reads what has come by the time that it gives up, where its process was held up', async () => {
  const { setTimeout: later } = globalThis
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const one = await member((path) => {
    if (!path.endsWith('range')) return undefined
    later(() => vi.advanceTimersByTime(4_000), 1)
    for (const end = performance.now() + 5; performance.now() < end; ); // due before anything is read again
    return undefined
  })
  expect(await open(one.url).read('/a')).toBeUndefined()
})
