// An etcd of one member for a measurement, with TLS and users, and what it costs as Linux counts it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findEtcd } from '../etcd.mjs'

const TICKS_A_SECOND = 100 // USER_HZ: the same on every Linux

/** @returns undefined where no etcd can be had, else how to ask it and what it has used */
export async function startEngine({ product, prefix }) {
  const found = await findEtcd()
  if (found.why !== undefined) return { why: found.why }
  const folder = mkdtempSync(join(tmpdir(), 'lamplighter-bench-etcd-'))
  const now = Date.now()
  const authority = product.makeAuthority('bench', now)
  const { certificate, key } = product.certifyServer(authority, ['127.0.0.1'], now)
  const [certFile, keyFile] = ['server.pem', 'server-key.pem'].map((name) => join(folder, name))
  writeFileSync(certFile, certificate)
  writeFileSync(keyFile, key, { mode: 0o600 })
  const [port, peerPort] = await freePorts(2)
  const member = `https://127.0.0.1:${port}`
  const peer = `http://127.0.0.1:${peerPort}`
  const args = [
    ...['--name', 'm', '--data-dir', join(folder, 'data')],
    ...['--listen-client-urls', member, '--advertise-client-urls', member],
    ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `m=${peer}`],
    ...['--cert-file', certFile, '--key-file', keyFile],
    ...['--bcrypt-cost', '4', '--log-level', 'error'],
  ]
  const start = () => spawn(found.program, args, { stdio: 'ignore' })
  let child = start()
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const password = 'bench'
  const root = {
    members: [member],
    ca: authority.certificate,
    user: 'root',
    password: { expose: () => password },
  }
  await product.bootstrapEtcd({ member, ...root }, product.createClock(), 30_000)
  const users = product.createRegisters(product.createClock()).administer(root)
  await users.putRole({ name: 'fleet', rights: [{ key: prefix, isPrefix: true, mayWrite: true }] })
  await users.putUser('node', { expose: () => password }, 'fleet')
  users.close()
  return {
    /** For another process: the password in clear. */
    address: { members: [member], ca: authority.certificate, user: 'node', password },
    cpuMs: () => cpuMsOf(child.pid),
    bytesOut: () => Number(/^wchar: (\d+)/m.exec(readFileSync(`/proc/${child.pid}/io`, 'utf8'))?.[1]),
    megabytes: () =>
      Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    /** Killed, and started on what is on its disk: it counts from nothing again. */
    async restart() {
      await kill(child)
      child = start()
    },
    async close() {
      await kill(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function kill(child) {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function cpuMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => server.address().port)
  for (const server of servers) server.close()
  return ports
}
