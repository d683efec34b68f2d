/** A LemonLDAP::NG of one process on loopback: its demonstration accounts, and public clients that have to use PKCE. */
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Lemonldap } from '../../scripts/lemonldap.mjs'

/** One of its demonstration accounts; the password is the same. */
const PERSON = 'dwho'
const STARTS_WITHIN_MS = 60_000

export const CLIENTS = { steady: 'lamplighter', rotating: 'lamplighter-rotating' } as const

export interface LemonldapServer {
  readonly issuer: string
  /** The one port that the clients are registered with. */
  readonly redirectPort: number
  /** The person with the browser: name and password on its page, and back to where it sends them. */
  signIn(authorizationUrl: string): Promise<void>
  /** The administrator ends every login. */
  endSessions(): Promise<void>
  close(): Promise<void>
}

export async function startLemonldap({ env, templates }: Lemonldap): Promise<LemonldapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lamplighter-lemonldap-'))
  const [port = 0, redirectPort = 0] = await freePorts(2)
  const issuer = `http://127.0.0.1:${port}`
  for (const name of ['conf', 'sessions', 'locks', 'tmp']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'lemonldap-ng.ini'), localConfig(folder, templates))
  const config = globalConfig(folder, issuer, `http://127.0.0.1:${redirectPort}/callback`)
  await writeFile(join(folder, 'conf', 'lmConf-1.json'), JSON.stringify(config))
  await writeFile(join(folder, 'portal.psgi'), PORTAL)
  const words = ['-S', 'plackup', '-E', 'deployment', '-s', 'HTTP::Server::PSGI', '-o', '127.0.0.1']
  const server = spawn('perl', [...words, '-p', String(port), join(folder, 'portal.psgi')], {
    env: {
      ...env,
      HOME: folder,
      TMPDIR: join(folder, 'tmp'),
      LLNG_DEFAULTCONFFILE: join(folder, 'lemonldap-ng.ini'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const close = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
    }
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(issuer, () => server.exitCode)
  } catch (cause) {
    await close()
    throw new Error(`LemonLDAP::NG did not start:\n${said.slice(0, 3_000)}`, { cause })
  }
  return {
    issuer,
    redirectPort,
    async signIn(authorizationUrl) {
      const body = new URLSearchParams({ user: PERSON, password: PERSON })
      const reply = await fetch(authorizationUrl, { method: 'POST', body, redirect: 'manual' })
      const location = reply.headers.get('location')
      if (location === null) throw new Error(`it stays on a page:\n${(await reply.text()).slice(0, 4_000)}`)
      await fetch(location)
    },
    async endSessions() {
      const sessions = join(folder, 'sessions')
      for (const name of await readdir(sessions)) await rm(join(sessions, name), { recursive: true })
    },
    close,
  }
}

/** Nobody looks at a picture to show that they are a person, so nothing has to draw one. */
const PORTAL = `BEGIN { $INC{'GD/SecurityImage.pm'} = __FILE__ }
use Lemonldap::NG::Portal::Main;
Lemonldap::NG::Portal::Main->run({});
`

function localConfig(folder: string, templates: string): string {
  return `[all]
logLevel = error
checkTime = 3600
[configuration]
type = File
dirName = ${folder}/conf
[portal]
staticPrefix = /static
templateDir = ${templates}
languages = en
`
}

function globalConfig(folder: string, issuer: string, redirectUri: string): object {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const files = { Directory: `${folder}/sessions`, LockDirectory: `${folder}/locks` }
  const clients = Object.values(CLIENTS)
  return {
    ...{ cfgNum: 1, cfgAuthor: 'tests', cfgDate: 1 },
    ...{ portal: `${issuer}/`, domain: '127.0.0.1', cookieName: 'lemonldap', securedCookie: 0 },
    key: '0123456789abcdef0123456789abcdef',
    ...{ authentication: 'Demo', userDB: 'Same', passwordDB: 'Null', registerDB: 'Null', requireToken: 0 },
    ...{ globalStorage: 'Apache::Session::File', globalStorageOptions: files },
    ...{ persistentStorage: 'Apache::Session::File', persistentStorageOptions: files },
    localSessionStorage: '',
    demoExportedVars: { cn: 'cn', mail: 'mail', uid: 'uid' },
    ...{ whatToTrace: '_whatToTrace', macros: { _whatToTrace: '$uid' } },
    ...{ exportedVars: {}, groups: {}, locationRules: {}, exportedHeaders: {} },
    ...{ issuerDBOpenIDConnectActivation: 1, issuerDBOpenIDConnectPath: '^/oauth2/' },
    oidcServiceMetaDataIssuer: issuer,
    oidcServicePrivateKeySig: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    oidcServicePublicKeySig: publicKey.export({ type: 'spki', format: 'pem' }),
    oidcServiceKeyIdSig: 'k1',
    oidcRPMetaDataOptions: Object.fromEntries(clients.map((id) => [id, clientOptions(id, redirectUri)])),
    oidcRPMetaDataExportedVars: Object.fromEntries(clients.map((id) => [id, { email: 'mail', name: 'cn' }])),
  }
}

function clientOptions(id: string, redirectUri: string): object {
  const options = {
    ...{ ClientID: id, Public: 1, RequirePKCE: 1, BypassConsent: 1, RedirectUris: redirectUri },
    ...{ RefreshToken: 1, AllowOffline: 1, RefreshTokenRotation: id === CLIENTS.rotating ? 1 : 0 },
    ...{ IDTokenSignAlg: 'RS256', IDTokenForceClaims: 1, UserIDAttr: 'uid', AccessTokenExpiration: 120 },
  }
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [`oidcRPMetaDataOptions${name}`, value]),
  )
}

async function untilReady(issuer: string, exitCode: () => number | null): Promise<void> {
  const untilMs = Date.now() + STARTS_WITHIN_MS
  for (;;) {
    const reply = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => undefined)
    if (reply?.ok) return
    if (reply || exitCode() !== null || Date.now() > untilMs) throw new Error(`it answers ${reply?.status}`)
    await pause(100)
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
