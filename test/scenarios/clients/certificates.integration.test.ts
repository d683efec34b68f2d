/** Clients that show who they are with a certificate (RFC 8705), as real processes against a real provider over TLS. */
import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Certificate, certify } from '../../support/certificate.ts'
import { type Ended, killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const CLIENT = {
  client_id: 'acme-client',
  application_type: 'native',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1/callback'],
}

const WHO = 'ada@example.test'

let home: Home
let folder: string
let ours: Certificate
let theirs: Certificate
let server: AuthorizationServer

beforeEach(async () => {
  folder = temporaryFolder()
  home = await makeHome()
  theirs = certify(folder, 'server', 'DNS:localhost')
  ours = certify(folder, 'acme-client', 'DNS:acme-client')
  home.env['NODE_EXTRA_CA_CERTS'] = theirs.path
})

afterEach(async () => {
  await killCommands()
  await server?.close()
  await home.remove()
})

async function start(method: string, client: Readonly<Record<string, unknown>>): Promise<void> {
  const { key, cert } = theirs
  server = await startAuthorizationServer({
    tls: { key, cert, ca: ours.cert },
    clients: [{ ...CLIENT, token_endpoint_auth_method: method, ...client }],
    features: { pushedAuthorizationRequests: { enabled: true } },
  })
}

async function run(...words: string[]): Promise<Ended> {
  return (await lamplighter(home, ...words)).ended
}

async function add(...words: string[]): Promise<Ended> {
  const named = ['--issuer', server.issuer, '--client-id', CLIENT.client_id]
  return run('provider', 'add', 'acme', ...named, ...words)
}

async function signIn(): Promise<Ended> {
  const login = await lamplighter(home, 'login', '--provider', 'acme')
  const printed = await login.printed('paste it here')
  await server.completeLogin(/https?:\S+/.exec(printed)?.[0] ?? '', { account: WHO })
  return login.ended
}

describe('a client with a certificate', () => {
  it('of an authority shows it with the code, each refresh, the request sent ahead and the revocation', async () => {
    const { subject } = new X509Certificate(ours.cert)
    await start('tls_client_auth', { tls_client_auth_subject_dn: subject })
    const method = ['--client-authentication', 'tls_client_auth', '--par']
    expect(await add(...method, '--client-certificate-file', ours.path)).toMatchObject({ code: 0 })
    expect(
      await run('provider', 'secret', 'acme', '--from-file', join(folder, 'acme-client-key.pem')),
    ).toMatchObject({
      code: 0,
    })
    expect(await signIn()).toMatchObject({ code: 0 })
    expect(await run('refresh', WHO)).toMatchObject({ code: 0 })
    expect((await run('doctor')).out).toMatch(/acme answers \(https:\/\/localhost:\d+/)
    expect(await run('logout', WHO, '--yes')).toMatchObject({ code: 0 })
    expect(server.requests.token.map(({ status, certified }) => [status, certified])).toEqual([
      [200, true],
      [200, true],
    ])
    expect(server.requests.other).toEqual(expect.arrayContaining(['POST /request', 'POST /token/revocation']))
    const config = await readFile(join(home.path, 'config.json'), 'utf8')
    expect(config).toContain(ours.path)
    expect(config).not.toContain('PRIVATE KEY')
  })

  it('of its own making, which lies before the key, and nothing is said of how', async () => {
    const x5c = new X509Certificate(ours.cert).raw.toString('base64')
    const jwk = { ...new X509Certificate(ours.cert).publicKey.export({ format: 'jwk' }), x5c: [x5c] }
    await start('self_signed_tls_client_auth', { jwks: { keys: [jwk] } })
    const both = join(folder, 'both.pem')
    await writeFile(both, `${ours.cert}${ours.key}`, { mode: 0o600 })
    expect(await add('--client-secret-file', both)).toMatchObject({ code: 0 })
    expect(await signIn()).toMatchObject({ code: 0 })
    expect(await run('refresh', WHO)).toMatchObject({ code: 0 })
    expect(server.requests.token.map(({ certified }) => certified)).toEqual([true, true])
  })

  it('that does not fit its key spends nothing, and says what to look at', async () => {
    const { subject } = new X509Certificate(ours.cert)
    await start('tls_client_auth', { tls_client_auth_subject_dn: subject })
    const method = ['--client-authentication', 'tls_client_auth']
    await add(...method, '--client-certificate-file', ours.path)
    await run('provider', 'secret', 'acme', '--from-file', join(folder, 'acme-client-key.pem'))
    expect(await signIn()).toMatchObject({ code: 0 })
    await run('provider', 'secret', 'acme', '--from-file', join(folder, 'server-key.pem'))
    const refused = await run('refresh', WHO)
    expect(refused.code).not.toBe(0)
    expect(`${refused.out}${refused.err}`).toContain('comes about with this client certificate')
    await run('provider', 'secret', 'acme', '--delete')
    const without = await run('refresh', WHO)
    expect(`${without.out}${without.err}`).toContain('the private key of its certificate')
    expect(server.requests.count()).toBe(0)
    await run('provider', 'secret', 'acme', '--from-file', join(folder, 'acme-client-key.pem'))
    expect(await run('refresh', WHO)).toMatchObject({ code: 0 })
  })
})
