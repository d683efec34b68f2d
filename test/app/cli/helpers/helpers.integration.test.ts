/** Each helper's protocol as its program speaks it: real processes, from a running host and without one. */
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ADA, BIN, BOB, Faces, LAMPLIGHTER } from '../../../support/faces.ts'

const USES = {
  [ADA]: [
    'git https://git.example.test/team',
    'registry registry.example.test',
    'mail imap.example.test ada@example.test',
    'cluster production',
    'mcp https://mcp.example.test/mcp',
    'audience https://api.example.test',
    'audience reports',
  ],
  [BOB]: [
    'git https://x-token-auth@git.example.test/team below ~/bob',
    'registry %3Ctoken%3E@other.example.test',
  ],
}

let faces: Faces

async function begin(
  withHost: boolean,
  more: object = {},
): Promise<{ access: string; id: string; bob: string }> {
  faces = await Faces.make(USES, more)
  if (withHost) await faces.serve()
  const ada = faces.grantOf('ada')
  return { access: ada.access_token, id: ada.id_token, bob: faces.grantOf('bob').access_token }
}

afterEach(() => faces.close())

const GIT = 'protocol=https\nhost=git.example.test\npath=team/tools.git\n'

describe.each([
  ['from a running host', true],
  ['without a host', false],
])('a helper, %s', (_, withHost) => {
  it('gives git a password that ends when the token does', async () => {
    const { access, bob } = await begin(withHost)
    const { code, out, err } = await faces.helper(['git', 'get'], {
      input: `capability[]=authtype\n${GIT}wwwauth[]=Basic realm="git"\n\n`,
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^username=oauth2\npassword=${access}\npassword_expiry_utc=\\d{10}\n$`))
    const mine = await faces.helper(['git', 'get'], {
      input: GIT,
      folder: join(faces.folder, 'bob', 'tools'),
    })
    expect(mine.out).toContain(`username=x-token-auth\npassword=${bob}\n`)
    const bearer = `${GIT}capability[]=authtype\nwwwauth[]=Bearer realm="git"\n`
    expect((await faces.helper(['git', 'get'], { input: bearer })).out).toContain(
      `capability[]=authtype\nauthtype=Bearer\ncredential=${access}\nephemeral=1\n`,
    )
    for (const input of [
      GIT.replace('team', 'teams'),
      GIT.replace('https', 'http'),
      GIT.replace('path=team/tools.git\n', ''),
      'rubbish',
      '',
    ]) {
      expect(await faces.helper(['git', 'get'], { input })).toEqual({ code: 0, out: '', err: '' })
    }
    expect(await faces.helper(['git', 'store'], { input: GIT })).toEqual({ code: 0, out: '', err: '' })
  })

  it('gives each other program what its protocol has', async () => {
    const { access, id } = await begin(withHost)
    const json = async (words: string[], options: object = {}) => {
      const { out, ...rest } = await faces.helper(words, options)
      expect([words, rest]).toEqual([words, { code: 0, err: '' }])
      return JSON.parse(out)
    }
    const plain = async (words: string[], options: object = {}) => {
      const ended = await faces.helper(words, options)
      expect([words, ended]).toMatchObject([words, { code: 0, err: '' }])
      return ended.out
    }
    expect(await json(['docker', 'get'], { input: 'registry.example.test\n' })).toEqual({
      ServerURL: 'registry.example.test',
      Username: 'oauth2accesstoken',
      Secret: access,
    })
    expect(await json(['docker', 'get'], { input: 'https://other.example.test/v1/' })).toMatchObject({
      Username: '<token>',
    })
    expect(await json(['docker', 'list'])).toEqual({})

    const info = { apiVersion: 'client.authentication.k8s.io/v1beta1', spec: { interactive: false } }
    const kube = await json(['kube', 'production'], { env: { KUBERNETES_EXEC_INFO: JSON.stringify(info) } })
    expect(kube).toMatchObject({
      apiVersion: info.apiVersion,
      kind: 'ExecCredential',
      status: { token: access },
    })
    expect(kube.status.expirationTimestamp).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect((await json(['kube', 'production', 'id-token'])).status.token).toBe(id)

    const google = await json(['google'], { env: { GOOGLE_EXTERNAL_ACCOUNT_AUDIENCE: 'reports' } })
    expect(google).toMatchObject({ version: 1, success: true, id_token: id })
    expect(google.token_type).toBe('urn:ietf:params:oauth:token-type:id_token')
    expect(google.expiration_time).toBeGreaterThan(Date.now() / 1000)

    const index = { CARGO_REGISTRY_INDEX_URL: 'sparse+https://registry.example.test/index/' }
    expect(await plain(['cargo'], { env: index })).toBe(`Bearer ${access}\n`)
    expect(await plain(['pnpm', 'registry.example.test'])).toBe(`Bearer ${access}\n`)
    expect(await plain(['keyring', '--', 'get', 'https://registry.example.test/simple/', 'ada'])).toBe(
      `${access}\n`,
    )
    expect(await plain(['keyring', '--', 'get', 'https://registry.example.test/', '--mode', 'creds'])).toBe(
      `oauth2\n${access}\n`,
    )
    expect(await json(['terraform', 'get', 'registry.example.test'])).toEqual({ token: access })
    expect(
      await json(['bazel', 'get'], { input: '{"uri":"https://api.example.test/v1/blobs"}' }),
    ).toMatchObject({
      headers: { Authorization: [`Bearer ${access}`] },
    })
    expect(
      await json(['mcp'], { env: { CLAUDE_CODE_MCP_SERVER_URL: 'https://mcp.example.test/mcp' } }),
    ).toEqual({
      Authorization: `Bearer ${access}`,
    })
    expect(await plain(['xoauth2', 'imap.example.test', 'ada@example.test'])).toBe(`${access}\n`)
    expect(atob(await plain(['xoauth2', 'imap.example.test', 'ada@example.test', 'sasl']))).toBe(
      `user=ada@example.test\u0001auth=Bearer ${access}\u0001\u0001`,
    )
    expect(await plain(['bearer', 'reports'])).toBe(`${access}\n`)
    const ask = { protocolVersion: 1, provider: 'lamplighter', ids: ['reports', 'nothing'] }
    expect(await json(['openclaw'], { input: JSON.stringify(ask) })).toEqual({
      protocolVersion: 1,
      values: { reports: access },
      errors: {
        nothing: {
          message:
            'No login is for "audience nothing". Say which one is: lamplighter use LOGIN audience nothing',
        },
      },
    })
  })

  it('is silent, or says what is missing, as each protocol wants it, where no login fits', async () => {
    await begin(withHost)
    const absent = 'credentials not found in native keychain\n'
    expect(await faces.helper(['docker', 'get'], { input: 'no.example.test' })).toEqual({
      code: 1,
      out: absent,
      err: '',
    })
    expect(await faces.helper(['keyring', 'get', 'https://no.example.test/', 'ada'])).toEqual({
      code: 1,
      out: '',
      err: '',
    })
    expect(await faces.helper(['terraform', 'get', 'no.example.test'])).toEqual({
      code: 0,
      out: '{}\n',
      err: '',
    })
    expect((await faces.helper(['mcp', 'https://no.example.test/'])).out).toBe('{}\n')
    expect((await faces.helper(['bazel', 'get'], { input: '{"uri":"https://no.example.test"}' })).out).toBe(
      '{"headers":{}}\n',
    )
    for (const words of [
      ['kube', 'no'],
      ['cargo', 'no.example.test'],
      ['pnpm', 'no.example.test'],
      ['bearer', 'no'],
      ['xoauth2', 'no.example.test', 'ada'],
    ]) {
      const ended = await faces.helper(words)
      expect([words, ended]).toMatchObject([
        words,
        { code: 64, out: '', err: expect.stringMatching(/^lamplighter: No login is for ".*no/) },
      ])
      expect(ended.err).toContain('lamplighter use LOGIN')
    }
    const google = await faces.helper(['google', 'no'])
    expect(google.code).toBe(64)
    expect(JSON.parse(google.out)).toMatchObject({ version: 1, success: false, code: 'PROFILE_UNKNOWN' })
    expect(await faces.helper(['bearer'])).toMatchObject({
      code: 64,
      err: expect.stringContaining('was not told the audience'),
    })
  })

  it('refuses where two fit and names both', async () => {
    await begin(withHost)
    await faces.configure({
      [ADA]: ['registry r.example.test', 'git https://git.example.test'],
      [BOB]: ['registry r.example.test', 'git https://git.example.test'],
    })
    const both =
      /^lamplighter: 2 logins are for "registry r\.example\.test": acme:ada@example\.test and acme:bob@example\.test\./
    await expect
      .poll(() => faces.helper(['pnpm', 'r.example.test']), { timeout: 20_000 })
      .toMatchObject({ code: 64, out: '', err: expect.stringMatching(both) })
    const git = await faces.helper(['git', 'get'], { input: 'protocol=https\nhost=git.example.test\n' })
    expect(git).toMatchObject({
      code: 64,
      out: 'quit=1\n',
      err: expect.stringContaining('2 logins are for "git https://git.example.test"'),
    })
  })

  it('says that a person is needed, and gives nothing', async () => {
    await begin(withHost)
    await faces.addLogin('eve', -60)
    await faces.server.revoke(faces.grantOf('eve').refresh_token)
    await faces.configure({ 'acme:eve@example.test': ['audience eve', 'git https://eve.example.test'] })
    await expect
      .poll(() => faces.helper(['bearer', 'eve']), { timeout: 20_000 })
      .toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('Sign in again'),
      })
    const git = await faces.helper(['git', 'get'], { input: 'protocol=https\nhost=eve.example.test\n' })
    expect(git).toMatchObject({ code: 2, out: 'quit=1\n' })
  })

  it('is given the tokens of a login that wants approval only under its own name', async () => {
    const { access } = await begin(withHost, {
      consumers: { approve: [ADA], approved: { [ADA]: ['lamplighter helper bearer'] } },
    })
    expect((await faces.helper(['bearer', 'reports'])).out).toBe(`${access}\n`)
    const refused = await faces.helper(['kube', 'production', 'id-token'])
    expect(refused).toMatchObject({
      code: 69,
      out: '',
      err: expect.stringContaining('"lamplighter helper kube" is not approved'),
    })
  })

  it('refreshes first where the token has lapsed', async () => {
    await begin(withHost)
    const { access_token } = await faces.addLogin('ada', withHost ? 20 : -60)
    const ended = await faces.helper(['bearer', 'reports'])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out.trim()).not.toBe(access_token)
    expect(faces.server.requests.reuses).toBe(0)
  })
})

describe('a refused token', () => {
  const said = (token: string) => ({ input: `${GIT}username=oauth2\npassword=${token}\n` })

  it('that git erases is replaced once; another one that is not stored changes nothing', async () => {
    const { access } = await begin(true)
    await faces.helper(['git', 'erase'], said('some other'))
    expect((await faces.helper(['git', 'get'], { input: GIT })).out).toContain(access)
    expect(await faces.helper(['git', 'erase'], said(access))).toEqual({ code: 0, out: '', err: '' })
    const next = await faces.helper(['git', 'get'], { input: GIT })
    expect(next.out).toMatch(/^username=oauth2\npassword=.+\n/)
    expect(next.out).not.toContain(access)
    await faces.helper(['git', 'erase'], said(access))
    expect(faces.server.requests.count()).toBe(1)
  })

  it('is what a process means that asks again within seconds; a server that refuses everything causes no storm', async () => {
    const { access } = await begin(true)
    // One program that asks six times, as Codex does after each 401: the shell stays, so that the asker is the same.
    const loop = `for i in 1 2 3 4 5 6; do "$0" "$1" helper bearer reports; done; :`
    const { out } = await faces.run('sh', ['-c', loop, process.execPath, LAMPLIGHTER])
    const tokens = out.trim().split('\n')
    expect(tokens).toHaveLength(6)
    expect(tokens[0]).toBe(access)
    expect(tokens[1]).not.toBe(access)
    expect(faces.server.requests.count()).toBeLessThanOrEqual(3)
    // Different programs that each ask once mean nothing by it.
    const before = faces.server.requests.count()
    for (let i = 0; i < 2; i++)
      await faces.run('sh', ['-c', '"$0" "$1" helper bearer reports; :', process.execPath, LAMPLIGHTER])
    expect(faces.server.requests.count()).toBe(before)
  })
})

describe('the launchers that programs look for by name', () => {
  it.skipIf(process.platform === 'win32')('speak for their helper, with a host and without', async () => {
    const { access } = await begin(false)
    const all = async () => {
      const registry = 'registry.example.test'
      const git = await faces.run(join(BIN, 'git-credential-lamplighter'), ['get'], { input: GIT })
      const docker = await faces.run(join(BIN, 'docker-credential-lamplighter'), ['get'], { input: registry })
      const terraform = await faces.run(join(BIN, 'terraform-credentials-lamplighter'), ['get', registry])
      const pip = await faces.run(join(BIN, 'pip', 'keyring'), [
        'get',
        `https://${registry}/`,
        '--mode',
        'creds',
      ])
      return [git, docker, terraform, pip]
    }
    const alone = await all()
    for (const ended of alone)
      expect(ended).toMatchObject({ code: 0, err: '', out: expect.stringContaining(access) })
    await faces.serve()
    expect(await all()).toEqual(alone)
  })
})
