/** `lamplighter connect` with real programs: their own files, a dry request, and every byte back. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demands, describeConsumer, startServer } from '../support/consumers.ts'
import { ADA, BOB, Faces, LAMPLIGHTER, type RunOptions } from '../support/faces.ts'

const SERVER = 'https://git.example.test/team'
const ARN = 'arn:aws:iam::123456789012:role/dev'

let faces: Faces

beforeEach(async () => {
  faces = await Faces.make({})
})
afterEach(() => faces.close())

const lamplighter = (words: readonly string[], options?: RunOptions) =>
  faces.run(process.execPath, [LAMPLIGHTER, ...words], options)

const home = (...path: readonly string[]) => join(faces.folder, ...path)

function put(path: string, text: string, mode = 0o644): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

/** Every file of the home but Lamplighter's own: its text and its mode. */
function filesOf(folder = faces.folder): ReadonlyMap<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  const wanted = all
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => !path.startsWith(faces.home.path))
    .sort()
  return new Map(
    wanted.map((path) => {
      const { mode } = lstatSync(path)
      return [
        path,
        lstatSync(path).isFile() ? `${mode.toString(8)} ${readFileSync(path, 'base64')}` : mode.toString(8),
      ]
    }),
  )
}

describe('connect', () => {
  const TICKETS = ['tickets', 'https://mcp.example.test/mcp'] as const
  const CASES: readonly (readonly [
    program: string,
    answers: readonly string[],
    file: string,
    text: string,
  ])[] = [
    ['git', [SERVER], '.gitconfig', '[user]\n\tname = Ada'],
    [
      'claude-code',
      ['gateway'],
      '.claude/settings.json',
      '{\n    "model": "default",\n    "permissions": {}\n}',
    ],
    [
      'codex',
      ['gateway'],
      '.codex/config.toml',
      '[model_providers.gateway]\r\nbase_url = "https://x.test"\r\n',
    ],
    [
      'docker',
      ['registry.example.test'],
      '.docker/config.json',
      '{\n\t"auths": {"a.test": {"auth": "Q0FOQVJZ"}}\n}\n',
    ],
    [
      'cargo',
      ['team', 'sparse+https://registry.example.test/index/'],
      '.cargo/config.toml',
      '[registries.team]\nindex = "sparse+https://registry.example.test/index/"\n[net]\nretry = 2\n',
    ],
    ['pnpm', ['registry.example.test'], '.npmrc', '//other.test/:_authToken=CANARY\n'],
    ['npm', ['registry.example.test/team'], '.npmrc', '//other.test/:_authToken=CANARY\n'],
    ['pip', ['https://registry.example.test/simple/'], '.config/pip/pip.conf', '[global]\ntimeout = 60\n'],
    ['terraform', ['app.example.test'], '.terraformrc', 'disable_checkpoint = true\n'],
    [
      'msmtp',
      ['work', 'smtp.example.test', 'ada@example.test'],
      '.msmtprc',
      'account work\nhost smtp.example.test\n\naccount home\nauth plain\npassword CANARY\n',
    ],
    [
      'mbsync',
      ['work', 'imap.example.test', 'ada@example.test'],
      '.mbsyncrc',
      'IMAPAccount work\nHost imap.example.test\nUser ada\n\nIMAPStore work\nAccount work\n',
    ],
    ['neomutt', ['imap.example.test', 'ada@example.test'], '.muttrc', 'set ssl_force_tls\n'],
    [
      'openclaw',
      ['gateway'],
      'openclaw/openclaw.json',
      "{\n  // mine\n  agents: {},\n  secrets: { providers: { other: {source: 'env'}, }, },\n}\n",
    ],
    [
      'claude-code-mcp',
      ['tickets'],
      '.claude.json',
      '{"mcpServers":{"tickets":{"type":"http","url":"https://mcp.example.test/mcp"}}}',
    ],
    [
      'kubectl',
      ['lab'],
      '.kube/config',
      'apiVersion: v1\nclusters:\n- cluster:\n    server: https://lab.example.test\n  name: lab\ncontexts:\n- context:\n    cluster: lab\n    user: old\n  name: lab\ncurrent-context: lab\nkind: Config\nusers:\n- name: old\n  user: {}\n',
    ],
    ['cursor-mcp', TICKETS, '.cursor/mcp.json', '{"mcpServers": {"a": {}}}\n'],
    ['vscode-mcp', TICKETS, '.config/Code/User/mcp.json', '{\n\t"inputs": []\n}\n'],
    ['codex-mcp', TICKETS, '.codex/config.toml', 'model = "x"\n'],
    ['opencode-mcp', TICKETS, '.config/opencode/opencode.jsonc', '{\n  // mine\n  "theme": "x",\n}\n'],
  ]

  it.each(CASES)(
    '%s is given a token by what stands in its file, and disconnect puts every byte back',
    async (program, answers, file, text) => {
      const path = put(home(file), text)
      mkdirSync(home('.npm/_logs'), { recursive: true }) // npm makes it whenever it runs
      const before = filesOf()
      const connected = await lamplighter(['connect', program, ADA, ...answers, '--yes', '--json'])
      const { failure, proof, plan } = JSON.parse(connected.out)
      expect([failure, proof?.detail, connected.err]).toEqual([undefined, undefined, ''])
      expect([proof.isProven, connected.code]).toEqual([true, 0])
      expect(readFileSync(path, 'utf8')).not.toBe(text)
      expect(plan.files.map((one: { path: string }) => one.path)).toContain(path)
      expect(connected.out).not.toContain('CANARY')
      expect((await lamplighter(['use', '--list'])).out).toContain(plan.use)

      const taken = await lamplighter(['disconnect', program])
      expect([taken.code, taken.err]).toEqual([0, ''])
      expect(filesOf()).toEqual(before)
      expect((await lamplighter(['use', '--list'])).out).not.toContain(plan.use)
    },
  )

  it.each(CASES)(
    '%s, where somebody wrote since, loses only what was ours',
    async (program, answers, file, text) => {
      const path = put(home(file), text)
      await lamplighter(['connect', program, ADA, ...answers, '--yes'])
      const isJson = /^\s*\{/.test(text)
      const change = (from: string) =>
        isJson ? from.replace(/\}\s*$/, (end) => `  ${end}`) : `${from}# theirs\n`
      writeFileSync(path, change(readFileSync(path, 'utf8')))
      const { code, out } = await lamplighter(['disconnect', program])
      expect(code).toBe(0)
      expect(out).toContain('only the lines of Lamplighter went out')
      const eol = isJson || text.endsWith('\n') ? '' : '\n' // their line begins where ours began
      expect(readFileSync(path, 'utf8')).toBe(change(text + eol))
    },
  )

  it('makes a file that was not there, and takes it away with the folders it made', async () => {
    const before = filesOf()
    expect(await lamplighter(['connect', 'claude-code', ADA, 'gateway', '--yes'])).toMatchObject({ code: 0 })
    expect(lstatSync(home('.claude', 'settings.json')).mode & 0o777).toBe(0o600)
    await lamplighter(['disconnect', 'claude-code'])
    expect(filesOf()).toEqual(before)
  })

  it('shows the lines and writes nothing with --dry-run, and without anybody to ask', async () => {
    const before = filesOf()
    const shown = await lamplighter(['connect', 'git', ADA, SERVER, '--dry-run'])
    expect(shown.out).toContain(`  + [credential "${SERVER}"]`)
    expect(shown.out).toContain('Nothing was written.')
    expect(await lamplighter(['connect', 'git', ADA, SERVER])).toMatchObject({ code: 64 })
    expect(filesOf()).toEqual(before)
  })

  it('writes over nothing, and says what is in the way', async () => {
    put(home('.claude/settings.json'), '{"apiKeyHelper": "mine"}')
    const taken = await lamplighter(['connect', 'claude-code', ADA, 'gateway', '--yes'])
    expect(taken).toMatchObject({ code: 69, err: expect.stringContaining('has "apiKeyHelper" already') })
    put(home('.aws/config'), '[profile dev]\nregion = x\ncredential_process = mine\n[profile other]\n')
    expect(await lamplighter(['connect', 'aws', ADA, 'dev', ARN, '--yes'])).toMatchObject({
      code: 69,
      err: expect.stringContaining('says "credential_process =" already'),
    })
    put(home('.msmtprc'), 'account home\n')
    expect(await lamplighter(['connect', 'msmtp', ADA, 'work', 'h.test', 'a@b.test', '--yes'])).toMatchObject(
      {
        code: 69,
        err: expect.stringContaining('There is no "account work"'),
      },
    )
    expect((await lamplighter(['use', '--list'])).out).toContain('No login has a use yet')
  })

  it('refuses what another login is for, an unknown program, and an answer that would begin something else', async () => {
    await faces.configure({ [BOB]: [`git ${SERVER}`] })
    expect(await lamplighter(['connect', 'git', ADA, SERVER, '--yes'])).toMatchObject({
      err: expect.stringContaining(`is what ${BOB} is for`),
    })
    expect(await lamplighter(['connect', 'emacs', ADA])).toMatchObject({
      code: 64,
      err: expect.stringContaining('They are: git, aws'),
    })
    expect(await lamplighter(['connect', 'codex', ADA, 'x]\n[evil', '--yes'])).toMatchObject({ code: 64 })
    expect(await lamplighter(['connect', 'git', ADA])).toMatchObject({
      code: 64,
      err: expect.stringContaining('connect git LOGIN SERVER'),
    })
  })

  it('keeps what two connections share until the last of them goes', async () => {
    put(home('.docker/config.json'), '{}')
    const before = filesOf()
    await lamplighter(['connect', 'docker', ADA, 'one.example.test', '--yes'])
    expect(await lamplighter(['connect', 'docker', BOB, 'two.example.test', '--yes'])).toMatchObject({
      code: 0,
    })
    const launcher = home('.local/bin/docker-credential-lamplighter')
    await lamplighter(['disconnect', 'docker', 'registry', 'one.example.test'])
    expect(existsSync(launcher)).toBe(true)
    expect(readFileSync(home('.docker/config.json'), 'utf8')).toBe(
      '{ "credHelpers": {"two.example.test":"lamplighter"} }',
    )
    await lamplighter(['disconnect', 'docker'])
    expect(filesOf()).toEqual(before)
  })

  it('refuses to guess where its lines were changed by hand, and names them', async () => {
    const path = put(home('.gitconfig'), '')
    await lamplighter(['connect', 'git', ADA, SERVER, '--yes'])
    writeFileSync(path, readFileSync(path, 'utf8').replace('useHttpPath = true', 'useHttpPath = false'))
    expect(await lamplighter(['disconnect', 'git'])).toMatchObject({
      code: 69,
      err: expect.stringContaining('were changed by hand'),
    })
    expect((await lamplighter(['connect'])).out).toContain('changed by hand since')
    writeFileSync(path, '[user]\n')
    expect(await lamplighter(['disconnect', 'git'])).toMatchObject({ code: 0 })
    expect(readFileSync(path, 'utf8')).toBe('[user]\n')
  })

  it('says why the program is given none', async () => {
    await faces.addLogin('ada', -60)
    await faces.server.revoke(faces.grantOf('ada').refresh_token)
    put(home('.gitconfig'), '')
    const { code, out } = await lamplighter(['connect', 'git', ADA, SERVER, '--yes'])
    expect(code).not.toBe(0)
    expect(out).toContain('Sign in again')
    expect(await lamplighter(['connect', 'git', '--test'])).toMatchObject({
      out: expect.stringContaining('Sign in again'),
    })
  })

  it('asks again for what a running host has not read yet', async () => {
    await faces.serve()
    put(home('.gitconfig'), '')
    expect(await lamplighter(['connect', 'git', ADA, SERVER, '--yes'])).toMatchObject({ code: 0 })
    for (let times = 0; times < 3; times++)
      expect(await lamplighter(['connect', 'git', '--test'])).toMatchObject({ code: 0 })
    expect(faces.server.requests.count()).toBe(0)
  })
})

describeConsumer('git', () => {
  it('itself fills in the token once it is connected, and none once it is not', async () => {
    put(home('.gitconfig'), '[user]\n\tname = Ada\n')
    await lamplighter(['connect', 'git', ADA, SERVER, '--yes'])
    const fill = () =>
      faces.run('git', ['credential', 'fill'], {
        input: 'protocol=https\nhost=git.example.test\npath=team/tools.git\n\n',
        env: { GIT_TERMINAL_PROMPT: '0' },
      })
    expect((await fill()).out).toContain(`password=${faces.grantOf('ada').access_token}`)
    await lamplighter(['disconnect', 'git'])
    expect((await fill()).code).toBe(128)
    expect(execFileSync('git', ['config', '--file', home('.gitconfig'), 'user.name']).toString()).toBe(
      'Ada\n',
    )
  })
})

describeConsumer('npm', () => {
  it('itself reads from a registry once it is connected, with the token of each hour, and not once it is not', async () => {
    let access = faces.grantOf('ada').access_token
    const server = await startServer((request, response) => {
      if (demands(access, request, response, 'Bearer')) return
      const versions = { '1.2.3': { name: 'teamlib', version: '1.2.3' } }
      const body = JSON.stringify({ name: 'teamlib', 'dist-tags': { latest: '1.2.3' }, versions })
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    })
    faces.later(() => server.close())
    put(home('.npmrc'), `registry=${server.origin}/\n`)
    const before = filesOf()
    const view = () =>
      faces.run('npm', ['view', 'teamlib', 'version'], { env: { NPM_CONFIG_CACHE: home('cache') } })
    await faces.serve()
    const connected = await lamplighter(['connect', 'npm', ADA, `127.0.0.1:${server.port}`, '--yes'])
    expect([connected.code, connected.err]).toEqual([0, ''])
    expect(await view()).toMatchObject({ code: 0, out: '1.2.3\n' })

    await lamplighter(['refresh', ADA])
    access = (await lamplighter(['token', ADA])).out.trim()
    expect(access).not.toBe(faces.grantOf('ada').access_token)
    await expect.poll(async () => (await view()).out, { timeout: 30_000 }).toBe('1.2.3\n')

    await lamplighter(['disconnect', 'npm'])
    expect((await view()).err).toContain('E401')
    rmSync(home('cache'), { recursive: true })
    rmSync(home('.npm'), { recursive: true, force: true })
    expect(filesOf()).toEqual(before)
    expect(readdirSync(join(faces.home.path, 'state', 'kept'))).toEqual([])
  })
})

describeConsumer('gcloud', () => {
  it('itself acts as the login in a configuration of its own, and every byte comes back', async () => {
    put(home('.config/gcloud/active_config'), 'default')
    put(home('.config/gcloud/configurations/config_default'), '[core]\naccount = bob@example.test\n')
    const before = filesOf(home('.config'))
    const words = ['connect', 'gcloud', ADA, 'lamplighter', 'my-project', '--yes']
    const connected = await lamplighter(words)
    expect([connected.code, connected.err]).toEqual([0, ''])
    expect(connected.out).toContain('gcloud asked for a token and was given one')
    const gcloud = (...more: string[]) => faces.run('gcloud', ['--configuration=lamplighter', ...more])
    expect((await gcloud('auth', 'print-access-token')).out.trim()).toBe(faces.grantOf('ada').access_token)
    expect((await gcloud('config', 'get-value', 'project')).out.trim()).toBe('my-project')
    const evil = await lamplighter(['connect', 'gcloud', ADA, '../evil', 'my-project', '--yes'])
    expect(evil).toMatchObject({ code: 64 })
    await lamplighter(['disconnect', 'gcloud'])
    rmSync(home('.config/gcloud/logs'), { recursive: true, force: true })
    const after = filesOf(home('.config'))
    for (const [path, text] of before) expect([path, after.get(path)]).toEqual([path, text])
    expect([...after.keys()].filter((path) => path.includes('config_lamplighter'))).toEqual([])
    expect(readdirSync(join(faces.home.path, 'state', 'kept'))).toEqual([])
  })
})

describeConsumer('aws', () => {
  it('itself is given keys by the profile that was connected', async () => {
    const server = await startServer((request, response) => {
      const keys = `<AccessKeyId>ASIATEST</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2031-01-01T00:00:00Z</Expiration>`
      const isKeys = request.body.toString().includes('AssumeRoleWithWebIdentity')
      const body = isKeys
        ? `<R><AssumeRoleWithWebIdentityResult><Credentials>${keys}</Credentials></AssumeRoleWithWebIdentityResult></R>`
        : '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>123456789012</Account><UserId>U</UserId><Arn>arn:aws:sts::1:ada</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>'
      response.writeHead(200, { 'content-type': 'text/xml' }).end(body)
    })
    faces.later(() => server.close())
    put(home('.aws/config'), '[default]\nregion = eu-west-1\n\n[profile dev]\nregion = eu-west-1\n')
    const before = filesOf(home('.aws'))
    const env = {
      AWS_ENDPOINT_URL_STS: server.origin,
      ...(process.env['PYENV_ROOT'] ? { PYENV_ROOT: process.env['PYENV_ROOT'] } : {}),
    }
    const { out, code } = await lamplighter(['connect', 'aws', ADA, 'dev', ARN, '--yes'], { env })
    expect([code, out]).toEqual([0, expect.stringContaining('AWS asked for a token and was given one')])
    await lamplighter(['disconnect', 'aws'])
    expect(filesOf(home('.aws'))).toEqual(before)
  })
})

describeConsumer('kubectl', () => {
  it('itself reads the context that was connected, beside its own', async () => {
    const path = put(
      home('.kube/config'),
      'apiVersion: v1\nkind: Config\nclusters:\n  - cluster:\n      server: https://lab.example.test\n    name: lab\ncontexts:\n  - context: {cluster: lab, user: old}\n    name: lab\nusers:\n  - name: old\n    user: {token: CANARY}\n',
    )
    const text = readFileSync(path, 'utf8')
    await lamplighter(['connect', 'kubectl', ADA, 'lab', '--yes'])
    const config = (...words: string[]) => faces.run('kubectl', ['config', '--kubeconfig', path, ...words])
    expect((await config('get-contexts', '-o', 'name')).out.split('\n').toSorted()).toEqual([
      '',
      'lab',
      'lab-lamplighter',
    ])
    const { out } = await config('view', '-o', 'json')
    const { users } = JSON.parse(out)
    const user = users.find(({ name }: { name: string }) => name === 'lab-lamplighter').user
    const { code, out: said } = await faces.run(user.exec.command, user.exec.args)
    expect([code, JSON.parse(said).status.token]).toEqual([0, faces.grantOf('ada').access_token])
    await lamplighter(['disconnect', 'kubectl'])
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})

describeConsumer('msmtp', () => {
  it('itself reads the account that was connected', async () => {
    put(
      home('.msmtprc'),
      'account work\nhost smtp.example.test\nfrom ada@example.test\nuser ada@example.test\ntls on\n',
      0o600,
    )
    await lamplighter(['connect', 'msmtp', ADA, 'work', 'smtp.example.test', 'ada@example.test', '--yes'])
    const { out } = await faces.run('msmtp', [
      '--pretend',
      '-C',
      home('.msmtprc'),
      '-a',
      'work',
      'bob@example.test',
    ])
    expect(out).toMatch(/^auth = OAUTHBEARER$/m)
    expect(out).toMatch(/^passwordeval = .*helper xoauth2 smtp.example.test ada@example.test$/m)
  })
})

describeConsumer('pip', () => {
  it('itself reads the index that was connected', async () => {
    put(home('.config/pip/pip.conf'), '[global]\ntimeout = 60\n')
    await lamplighter(['connect', 'pip', ADA, 'https://registry.example.test/simple/', '--yes'])
    const env = process.env['PYENV_ROOT'] ? { PYENV_ROOT: process.env['PYENV_ROOT'] } : {}
    const { out } = await faces.run('pip', ['config', 'list'], { env })
    expect(out).toContain("global.index-url='https://oauth2@registry.example.test/simple/'")
    expect(out).toContain("global.keyring-provider='subprocess'")
    expect(out).toContain("global.timeout='60'")
  })
})
