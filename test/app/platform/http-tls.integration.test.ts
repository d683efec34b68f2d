/** Real TLS, with what a process trusts and which proxy it has to take from its environment. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TLSSocket, TlsOptions } from 'node:tls'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { ClientCertificate } from '../../../app/base/ports.ts'
import { type ForwardProxy, type ProxyOptions, startProxy } from '../../fakes/proxy.ts'
import { type Certificate, certify, lapsed } from '../../support/certificate.ts'
import { startWorker } from '../../support/platform-processes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NAME = 'login.example.test' // nobody knows where that is, but the proxy

let folder: string
let certificate: string
let tls: Certificate
let port: number
let requests: number

beforeEach(async () => {
  folder = temporaryFolder()
  certificate = join(folder, 'server.pem')
  tls = certify(folder, 'server', `DNS:localhost,DNS:${NAME}`)
  requests = 0
  const server = createServer(tls, (request, response) => {
    requests++
    request.resume().on('end', () => response.end(`pong ${request.headers['content-length']}`))
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => void server.close())
  port = (server.address() as AddressInfo).port
})

async function through(options: ProxyOptions): Promise<ForwardProxy> {
  const proxy = await startProxy({ to: port, ...options })
  onTestFinished(() => proxy.close())
  return proxy
}

async function post(
  url: string,
  env: Readonly<Record<string, string>>,
  certificate?: ClientCertificate,
): Promise<unknown> {
  const worker = await startWorker(folder, env)
  const shown = certificate ? { certificate } : {}
  return worker.ask({ do: 'post', url, ...shown }) // the worker stays until the end of the test
}

describe('http over TLS', () => {
  it('talks to a server it trusts, and tells nothing to one it does not', async () => {
    const url = `https://localhost:${port}/token`
    const trust = { NODE_EXTRA_CA_CERTS: certificate }
    expect(await post(url, trust)).toEqual({ status: 200, body: 'pong 4' })
    expect(await post(url, {})).toEqual({ name: 'HttpFailure', reason: 'tls', left: false })
    const misnamed = url.replace('localhost', '127.0.0.1')
    expect(await post(misnamed, trust)).toMatchObject({ reason: 'tls', left: false })
    expect(requests).toBe(1)
  })
})

describe('http over TLS, to a server that wants to know who asks', () => {
  const pem = ({ cert, key }: Pick<Certificate, 'cert' | 'key'>): ClientCertificate => ({
    chain: String(cert),
    key: String(key),
  })

  async function strict(versions: TlsOptions): Promise<string> {
    ours = certify(folder, 'client', 'DNS:client')
    const server = createServer(
      { ...tls, ...versions, ca: ours.cert, requestCert: true, rejectUnauthorized: true },
      (request, response) => {
        const { subject } = (request.socket as TLSSocket).getPeerCertificate()
        request.resume().on('end', () => response.end(subject.CN))
      },
    )
    await new Promise<void>((resolve) => server.listen(0, resolve))
    onTestFinished(() => void server.close())
    return `https://localhost:${(server.address() as AddressInfo).port}/token`
  }

  let ours: Certificate

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('shows its certificate: %s', async (version) => {
    const url = await strict({ minVersion: version, maxVersion: version })
    const trust = { NODE_EXTRA_CA_CERTS: certificate }
    expect(await post(url, trust, pem(ours))).toEqual({ status: 200, body: 'client' })
    const proxy = await through({ to: Number(new URL(url).port) })
    const env = { ...trust, HTTPS_PROXY: `http://localhost:${proxy.port}` }
    expect(await post(`https://${NAME}/token`, env, pem(ours))).toEqual({ status: 200, body: 'client' })
  })

  it.each(['-tls1_2', '-tls1_3'])(
    'hears that it is turned down, and that nothing was asked: %s',
    async (version) => {
      ours = certify(folder, 'client', 'DNS:client')
      const accepts = [
        '-Verify',
        '1',
        '-verify_return_error',
        '-CAfile',
        certify(folder, 'other', 'DNS:other').path,
      ]
      const own = ['-cert', tls.path, '-key', join(folder, 'server-key.pem')]
      const server = spawn('openssl', ['s_server', '-accept', 'localhost:0', version, ...accepts, ...own])
      onTestFinished(() => void server.kill())
      let printed = ''
      server.stdout.on('data', (chunk: Buffer) => (printed += chunk))
      await expect.poll(() => printed).toMatch(/ACCEPT \S+:\d+/)
      const url = `https://localhost:${/ACCEPT \S+:(\d+)/.exec(printed)?.[1]}/token`
      const turnedDown = { name: 'HttpFailure', reason: 'client-certificate', left: false }
      expect(await post(url, { NODE_EXTRA_CA_CERTS: certificate }, pem(ours))).toEqual(turnedDown)
    },
  )

  it('does not go there with one that is of no use', async () => {
    const url = await strict({})
    const trust = { NODE_EXTRA_CA_CERTS: certificate }
    const useless = { name: 'HttpFailure', reason: 'client-certificate', left: false }
    expect(await post(url, trust, pem({ cert: ours.cert, key: tls.key }))).toEqual(useless)
    expect(await post(url, trust, pem(lapsed(ours)))).toEqual(useless)
    expect(await post(url, trust, { chain: 'CANARY', key: 'CANARY' })).toEqual(useless)
  })
})

describe('http over TLS through a proxy', () => {
  it('opens a tunnel, with name and password, and is as careful about the server as without', async () => {
    const proxy = await through({})
    const env = { NODE_EXTRA_CA_CERTS: certificate, HTTPS_PROXY: `http://me:pw@localhost:${proxy.port}` }
    expect(await post(`https://${NAME}/token`, env)).toEqual({ status: 200, body: 'pong 4' })
    expect(await post('https://other.example.test:8443/', env)).toMatchObject({ reason: 'tls', left: false })
    const { NODE_EXTRA_CA_CERTS: _, ...wary } = env
    expect(await post(`https://${NAME}/token`, wary)).toMatchObject({ reason: 'tls', left: false })
    const basic = Buffer.from('me:pw').toString('base64')
    expect(proxy.asked).toEqual([
      `CONNECT ${NAME}:443 Basic ${basic}`,
      `CONNECT other.example.test:8443 Basic ${basic}`,
      `CONNECT ${NAME}:443 Basic ${basic}`,
    ])
    expect(requests).toBe(1)
    await expect.poll(() => proxy.open()).toBe(0)
  })

  it.each(['localhost', '127.0.0.1'])('speaks TLS to the proxy too, by its own name: %s', async (host) => {
    const own = certify(folder, 'proxy', 'DNS:localhost,IP:127.0.0.1')
    const trusted = join(folder, 'trusted.pem')
    writeFileSync(trusted, `${tls.cert}${own.cert}`)
    const proxy = await through({ tls: own })
    const env = { NODE_EXTRA_CA_CERTS: trusted, https_proxy: `https://${host}:${proxy.port}` }
    expect(await post(`https://${NAME}/token`, env)).toEqual({ status: 200, body: 'pong 4' })
    expect(proxy.asked).toEqual([`CONNECT ${NAME}:443`])
    const pretender = await through({ tls }) // has the server's own certificate, and is no proxy of that name
    const astray = { ...env, https_proxy: `https://127.0.0.1:${pretender.port}` }
    expect(await post(`https://${NAME}/token`, astray)).toMatchObject({ reason: 'network', left: false })
    expect(pretender.asked).toEqual([])
    await expect.poll(() => proxy.open()).toBe(0)
  })

  it('is left out for this machine, and for what NO_PROXY names', async () => {
    const proxy = await through({})
    const HTTPS_PROXY = `http://localhost:${proxy.port}`
    const env = { NODE_EXTRA_CA_CERTS: certificate, HTTPS_PROXY, NO_PROXY: NAME }
    expect(await post(`https://localhost:${port}/`, env)).toMatchObject({ status: 200 })
    expect(await post(`https://${NAME}/token`, env)).toMatchObject({ reason: 'network', left: false })
    expect(proxy.asked).toEqual([])
  })
})
