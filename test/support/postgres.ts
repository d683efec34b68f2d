/** A real PostgreSQL on a loopback port of its own: TLS, passwords, and a first user that may make others and nothing more. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { RegisterAddress } from '../../app/base/register.ts'
import { Secret } from '../../app/model/secret.ts'
import { certifyServer, makeAuthority } from '../../app/platform/fleet/certificate.ts'
import type { FoundPostgres } from '../../scripts/postgres.mjs'
import { clearFolder } from './clear-folder.ts'
import { freePorts } from './free-ports.ts'

const SUPERUSER = 'postgres'
const FOUNDER = 'founder'
const PASSWORD = 'CANARY-postgres-password'
/** The server refuses to be root. */
const NOBODY = 65534
const DATABASE = 'team'

export interface PostgresServer {
  readonly url: string
  /** PEM, and the file it comes from. */
  readonly ca: string
  readonly caFile: string
  /** As who may make roles in a database of its own; no superuser. */
  readonly root: RegisterAddress
  readonly process: ChildProcess
  /** As its superuser, in the fleet's database. */
  connect(): Promise<Client>
  /** As a crash does. */
  kill(): Promise<void>
  /** With what is on its disk. */
  restart(): Promise<void>
  /** Another server, which follows this one, asynchronously; this one stops for a moment. */
  standby(): Promise<PostgresServer>
  /** The standby has everything that the other one has. */
  hasAllOf(primary: PostgresServer): Promise<void>
  /** It is a primary from now on, of what it had. */
  promote(): Promise<void>
  close(): Promise<void>
}

export async function startPostgres(found: FoundPostgres): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lamplighter-postgres-'))
  const authority = makeAuthority('test', Date.now())
  const { certificate, key } = certifyServer(authority, ['127.0.0.1'], Date.now())
  const own = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text, { mode: 0o600 })
    owned(join(folder, name))
  }
  owned(folder)
  own('ca.pem', authority.certificate)
  own('server.pem', certificate)
  own('server-key.pem', key)
  own('password', PASSWORD)
  const data = join(folder, 'data')
  const how = [
    '--auth=scram-sha-256',
    `--pwfile=${join(folder, 'password')}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ]
  execFileSync(join(found.folder, 'initdb'), ['-D', data, '-U', SUPERUSER, ...how], asNobody(found, folder))
  const hba = ['all', 'replication'].map((what) => `hostssl ${what} all 127.0.0.1/32 scram-sha-256\n`)
  writeFileSync(join(data, 'pg_hba.conf'), hba.join(''))
  const server = await serve(found, folder, data, authority.certificate)
  const client = await server.connect(SUPERUSER)
  await client.query(`CREATE ROLE ${FOUNDER} LOGIN CREATEROLE PASSWORD '${PASSWORD}'`)
  await client.query(`CREATE DATABASE ${DATABASE} OWNER ${FOUNDER}`)
  await client.end()
  return server.made
}

async function serve(found: FoundPostgres, folder: string, data: string, ca: string) {
  const [port = 0] = await freePorts(1)
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    ssl: 'on',
    ssl_cert_file: join(folder, 'server.pem'),
    ssl_key_file: join(folder, 'server-key.pem'),
    shared_buffers: '16MB',
    timezone: 'UTC',
    jit: 'off',
  }
  const args = [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const start = (): ChildProcess => spawn(join(found.folder, 'postgres'), args, asNobody(found, folder))
  let child = start()
  process.once('exit', () => child.kill('SIGQUIT'))
  const connect = async (database = DATABASE): Promise<Client> => {
    const login = { user: SUPERUSER, password: PASSWORD, database }
    for (const end = performance.now() + 60_000; ; ) {
      const client = new Client({ host: '127.0.0.1', port, ...login, ssl: { ca } })
      client.on('error', () => undefined) // it ends with the server
      try {
        await client.connect()
        return client
      } catch (error) {
        if (performance.now() > end || child.exitCode !== null) throw error
        await pause(50)
      }
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  const url = `postgres://127.0.0.1:${port}/${DATABASE}`
  const made: PostgresServer = {
    url,
    ca,
    caFile: join(folder, 'ca.pem'),
    root: { members: [url], ca, user: FOUNDER, password: new Secret(PASSWORD) },
    get process() {
      return child
    },
    connect: () => connect(),
    kill: () => end('SIGQUIT'),
    async restart() {
      await made.kill()
      child = start()
      await (await connect(SUPERUSER)).end()
    },
    async standby() {
      await end('SIGINT')
      const copy = `${data}-copy`
      cpSync(data, copy, { recursive: true, preserveTimestamps: true })
      writeFileSync(join(copy, 'standby.signal'), '')
      const primary = `host=127.0.0.1 port=${port} user=${SUPERUSER} password=${PASSWORD} sslmode=require`
      writeFileSync(join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${primary}'\n`)
      rmSync(join(copy, 'postmaster.pid'), { force: true })
      execFileSync('chown', ['-R', `${ownerOf()}`, copy])
      execFileSync('chmod', ['0700', copy])
      child = start()
      const other = await serve(found, folder, copy, ca)
      await (await other.connect(SUPERUSER)).end()
      return other.made
    },
    async hasAllOf(primary) {
      const [ahead, here] = [await primary.connect(), await connect(SUPERUSER)]
      const { rows } = await ahead.query<{ at: string }>('SELECT pg_current_wal_flush_lsn() AS at')
      const text = 'SELECT coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS is_there'
      while (!(await here.query<{ is_there: boolean }>(text, [rows[0]?.at])).rows[0]?.is_there)
        await pause(20)
      await Promise.all([ahead.end(), here.end()])
    },
    async promote() {
      const client = await connect(SUPERUSER)
      await client.query('SELECT pg_promote()')
      await client.end()
    },
    async close() {
      await end('SIGQUIT')
      await clearFolder(folder)
    },
  }
  return { made, connect }
}

function ownerOf(): number {
  return process.getuid?.() === 0 ? NOBODY : (process.getuid?.() ?? 0)
}

function owned(path: string): void {
  if (process.getuid?.() === 0) chownSync(path, NOBODY, NOBODY)
}

function asNobody(found: FoundPostgres, cwd: string) {
  const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  return {
    ...who,
    cwd,
    env: { ...process.env, ...found.env, HOME: cwd, LC_ALL: 'C' },
    stdio: 'ignore' as const,
  }
}
