/** A real etcd on loopback ports of its own: TLS, passwords, one user that may only reach what is the fleet's. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RegisterAddress } from '../../app/base/register.ts'
import { Secret } from '../../app/model/secret.ts'
import { clearFolder } from './clear-folder.ts'
import { freePorts } from './free-ports.ts'

export const USER = 'node-1'
const PASSWORD = 'CANARY-etcd-password'
const ADMINISTRATOR = { name: 'root', password: 'CANARY-etcd-root' }

export interface EtcdMember {
  readonly url: string
  /** The folder of all that it knows. */
  readonly data: string
  readonly process: ChildProcess
  kill(): Promise<void>
  /** With what is on its disk. */
  restart(): Promise<void>
}

export interface EtcdCluster {
  readonly members: readonly EtcdMember[]
  readonly ca: string
  /** The file that `ca` comes from. */
  readonly caFile: string
  readonly options: RegisterAddress
  /** As its administrator. */
  readonly root: RegisterAddress
  /** As its administrator. */
  admin(path: string, body: unknown): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/**
 * @param size members @param prefix what the user may read and write
 * @param way by which the others reach the port that a member listens on: its own, when absent
 */
export async function startEtcd(
  program: string,
  size: number,
  prefix: string,
  way: (port: number, at: number) => Promise<number> = async (port) => port,
): Promise<EtcdCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'lamplighter-etcd-'))
  const tls = certify(folder)
  const ports = await freePorts(2 * size)
  const listening = ports.slice(size)
  const advertised = await Promise.all(listening.map((port, at) => way(port, at)))
  const peers = advertised.map((port, at) => `m${at}=http://127.0.0.1:${port}`)
  const members = Array.from({ length: size }, (_, at) => {
    const url = `https://127.0.0.1:${ports[at]}`
    const data = join(folder, `m${at}`)
    return member(program, url, data, [
      ...['--name', `m${at}`, '--data-dir', data],
      ...['--listen-client-urls', url, '--advertise-client-urls', url],
      ...['--listen-peer-urls', `http://127.0.0.1:${listening[at]}`],
      ...['--initial-advertise-peer-urls', `http://127.0.0.1:${advertised[at]}`],
      ...['--initial-cluster', peers.join(','), '--initial-cluster-token', `test-${ports[0]}`],
      ...['--cert-file', tls.certificate, '--key-file', tls.key],
      ...['--bcrypt-cost', '4', '--log-level', 'error'],
    ])
  })
  const ca = readFileSync(tls.certificate, 'utf8')
  const first = members[0]?.url ?? ''
  await Promise.all(members.map(({ url }) => untilReady(url, ca)))
  const call = (path: string, body: unknown, token?: string) => post(first + path, body, ca, token)
  await call('/v3/auth/user/add', ADMINISTRATOR)
  await call('/v3/auth/role/add', { name: 'root' })
  await call('/v3/auth/user/grant', { user: 'root', role: 'root' })
  await call('/v3/auth/role/add', { name: 'fleet' })
  const key = Buffer.from(prefix).toString('base64')
  const range_end = Buffer.from(
    `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`,
  )
  const perm = { permType: 'READWRITE', key, range_end: range_end.toString('base64') }
  await call('/v3/auth/role/grant', { name: 'fleet', perm })
  await call('/v3/auth/user/add', { name: USER, password: PASSWORD })
  await call('/v3/auth/user/grant', { user: USER, role: 'fleet' })
  await call('/v3/auth/enable', {})
  return {
    members,
    ca,
    caFile: tls.certificate,
    root: {
      members: members.map(({ url }) => url),
      ca,
      user: 'root',
      password: new Secret(ADMINISTRATOR.password),
    },
    options: { members: members.map(({ url }) => url), ca, user: USER, password: new Secret(PASSWORD) },
    async admin(path, body) {
      const { token } = await call('/v3/auth/authenticate', ADMINISTRATOR)
      return call(path, body, String(token))
    },
    async close() {
      await Promise.all(members.map((one) => one.kill()))
      await clearFolder(folder)
    },
  }
}

function member(program: string, url: string, data: string, args: readonly string[]): EtcdMember {
  const start = (): ChildProcess => spawn(program, args, { stdio: 'ignore' })
  let child = start()
  const made = {
    url,
    data,
    get process() {
      return child
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async restart() {
      await made.kill()
      child = start()
    },
  }
  process.once('exit', () => child.kill('SIGKILL'))
  return made
}

/** Signed by itself, so it is its own authority. */
function certify(folder: string): { readonly key: string; readonly certificate: string } {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const wish = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=etcd'.split(
    ' ',
  )
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', ...wish, ...names, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  return { key, certificate }
}

async function untilReady(url: string, ca: string): Promise<void> {
  for (const end = performance.now() + 30_000; ; ) {
    try {
      await post(`${url}/v3/kv/range`, { key: 'YQ==' }, ca)
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function post(url: string, body: unknown, ca: string, token?: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const headers = token === undefined ? {} : { authorization: token }
    const out = request(url, { method: 'POST', ca, headers, timeout: 5000 }, async (incoming) => {
      let text = ''
      for await (const chunk of incoming as AsyncIterable<Buffer>) text += chunk
      if (incoming.statusCode === 200) resolve(JSON.parse(text))
      else reject(new Error(`${url}: ${incoming.statusCode} ${text}`))
    })
    out.on('error', reject)
    out.on('timeout', () => out.destroy(new Error(`${url}: no answer`)))
    out.end(JSON.stringify(body))
  })
}
