/** Certificates that Node.js's own TLS takes: for the names they are made for, from whoever trusts their authority. */
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { certifyServer, makeAuthority } from '../../../../app/platform/fleet/certificate.ts'

const HOSTS = ['attic', 'attic.local', '127.0.0.1', '192.168.7.20', '::1', 'fe80::1:2']

describe('a certificate', () => {
  const authority = makeAuthority('Lamplighter fleet', Date.now())
  const server = certifyServer(authority, HOSTS, Date.now())
  const parsed = new X509Certificate(server.certificate)

  it('is signed by its authority, which is one, and is none itself', () => {
    const ca = new X509Certificate(authority.certificate)
    expect(ca.ca).toBe(true)
    expect(ca.verify(ca.publicKey)).toBe(true)
    expect(parsed.ca).toBe(false)
    expect(parsed.checkIssued(ca)).toBe(true)
    expect(parsed.verify(ca.publicKey)).toBe(true)
    expect(
      parsed.verify(new X509Certificate(makeAuthority('another', Date.now()).certificate).publicKey),
    ).toBe(false)
  })

  it('is good for its names and addresses alone, and for long', () => {
    for (const host of HOSTS.slice(0, 2)) expect(parsed.checkHost(host)).toBe(host)
    for (const address of HOSTS.slice(2)) expect(parsed.checkIP(address)).toBe(address)
    expect(parsed.checkHost('cellar')).toBeUndefined()
    expect(Date.parse(parsed.validFrom)).toBeLessThan(Date.now())
    expect(Date.parse(parsed.validTo)).toBeGreaterThan(Date.now() + 19 * 365 * 24 * 60 * 60_000)
    const late = makeAuthority('late', Date.UTC(2040, 0, 1))
    expect(new Date(new X509Certificate(late.certificate).validTo).getUTCFullYear()).toBe(2060)
  })

  it('makes a connection that its authority is enough to trust', async () => {
    const listening = createServer({ cert: server.certificate, key: server.key }, (socket) =>
      socket.end('hello'),
    )
    listening.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    onTestFinished(() => void listening.close())
    const { port } = listening.address() as AddressInfo
    const trusting = connect({ port, host: '127.0.0.1', ca: authority.certificate })
    onTestFinished(() => void trusting.destroy())
    await once(trusting, 'secureConnect')
    expect(trusting.authorized).toBe(true)
    const stranger: TLSSocket = connect({ port, host: '127.0.0.1' })
    const [error] = (await once(stranger, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toMatch(/SELF_SIGNED|UNABLE_TO/)
  })
})
