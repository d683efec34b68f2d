import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHistoryLog } from '../../../app/history/history-log.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { startWorker, startWorkers } from './processes.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('sixteen processes that start at once', () => {
  it('end with one sealing key and one fingerprint key', async () => {
    for (let round = 0; round < 3; round++) {
      const home = temporaryFolder()
      const workers = await startWorkers(16, home)
      const keys = await Promise.all(workers.map((worker) => worker.ask<string>({ do: 'key' })))
      expect(new Set(keys).size).toBe(1)
      expect(readdirSync(join(home, 'state')).filter((name) => /key|json|tmp/.test(name))).toHaveLength(3)
      for (const worker of workers) await worker.kill()
    }
  })

  it('append to one history without mixing or losing a line', async () => {
    const home = temporaryFolder()
    const workers = await startWorkers(16, home)
    await Promise.all(workers.map((worker, n) => worker.ask({ do: 'append', count: 25, mark: `w${n}` })))
    const history = createHistoryLog(createNodePorts({ label: 'test', env: { LAMPLIGHTER_HOME: home } }))
    const events = await history.query({})
    expect(events).toHaveLength(16 * 25)
    expect(new Set(events.map((event) => event.id)).size).toBe(16 * 25)
    expect(history.skipped).toBe(0)
  })
})

describe('http over TLS', () => {
  it('talks to a server it trusts, and tells nothing to one it does not', async () => {
    const folder = temporaryFolder()
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        ...subject,
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    )
    let requests = 0
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
      requests++
      request.resume().on('end', () => response.end(`pong ${request.headers['content-length']}`))
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    onTestFinished(() => void server.close())
    const url = `https://localhost:${(server.address() as AddressInfo).port}/token`
    const trusting = await startWorker(folder, { NODE_EXTRA_CA_CERTS: cert })
    expect(await trusting.ask({ do: 'post', url })).toEqual({ status: 200, body: 'pong 4' })
    const wary = await startWorker(folder)
    expect(await wary.ask({ do: 'post', url })).toEqual({ name: 'HttpFailure', reason: 'tls', left: false })
    const misnamed = url.replace('localhost', '127.0.0.1')
    expect(await trusting.ask({ do: 'post', url: misnamed })).toMatchObject({ reason: 'tls', left: false })
    expect(requests).toBe(1)
  })
})
