/** git clones over https from a smart-HTTP server that demands the token. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Certificate, certify } from '../support/certificate.ts'
import {
  type DemandingServer,
  demands,
  describeConsumer,
  type Request,
  startServer,
} from '../support/consumers.ts'
import { ADA, BOB, Faces } from '../support/faces.ts'

let faces: Faces
let tls: Certificate
let server: DemandingServer
let root: string
/** What the server takes now. */
let good: string

/** CGI, RFC 3875. */
function backend({ method, path, headers, body }: Request, response: ServerResponse): Promise<void> {
  const [name = '', query = ''] = path.split('?')
  const env = {
    PATH: process.env['PATH'],
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: name,
    QUERY_STRING: query,
    REQUEST_METHOD: method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    CONTENT_LENGTH: String(body.length),
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    REMOTE_USER: 'ada',
    REMOTE_ADDR: '127.0.0.1',
  }
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => undefined)
  child.stdin.end(body)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    child.on('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      const said = new Map(
        all
          .subarray(0, end)
          .toString()
          .split('\r\n')
          .map((line) => line.split(': ', 2) as [string, string]),
      )
      const status = Number.parseInt(said.get('Status') ?? '200', 10)
      said.delete('Status')
      response.writeHead(status, Object.fromEntries(said)).end(all.subarray(end + 4))
      resolve()
    })
  })
}

beforeEach(async () => {
  faces = await Faces.make({})
  root = join(faces.folder, 'repositories')
  mkdirSync(root)
  const bare = join(root, 'team', 'tools.git')
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: root },
      stdio: 'ignore',
    })
  git('init', '--bare', '--initial-branch=main', bare)
  const work = join(root, 'work')
  git('clone', bare, work)
  git(
    '-C',
    work,
    '-c',
    'user.name=Ada',
    '-c',
    'user.email=ada@example.test',
    'commit',
    '--allow-empty',
    '-m',
    'first',
  )
  git('-C', work, 'push', 'origin', 'HEAD:main')
  tls = certify(faces.folder, 'git', 'DNS:localhost')
  good = faces.grantOf('ada').access_token
  server = await startServer(async (request, response) => {
    if (!demands(good, request, response)) await backend(request, response)
  }, tls)
  faces.later(() => server.close())
  await faces.configure({
    [ADA]: [`git ${server.origin}/team`],
    [BOB]: [`git ${server.origin}/other`],
  })
})
afterEach(() => faces.close())

const GIT = { GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' }

function clone(into: string, path = 'team/tools.git') {
  const config = [
    `http.sslCAInfo=${tls.path}`,
    `credential.${server.origin}.helper=lamplighter`,
    `credential.${server.origin}.useHttpPath=true`,
  ].flatMap((one) => ['-c', one])
  return faces.run('git', [...config, 'clone', `${server.origin}/${path}`, into], { env: GIT })
}

describeConsumer('git', () => {
  it('clones, with a host and without', async () => {
    expect(await clone('alone')).toMatchObject({ code: 0 })
    await faces.serve()
    expect(await clone('hosted')).toMatchObject({ code: 0 })
    expect(existsSync(join(faces.folder, 'hosted', '.git', 'HEAD'))).toBe(true)
  })

  it('that was refused with a token is given another one the next time', async () => {
    await faces.serve()
    const refused = good
    good = 'none'
    expect(await clone('first')).toMatchObject({
      code: 128,
      err: expect.stringContaining('Authentication failed'),
    })
    await expect.poll(() => faces.server.requests.count()).toBe(1)
    const { out } = await faces.helper(['git', 'get'], {
      input: `protocol=https\nhost=localhost:${server.port}\npath=team/tools.git\n`,
    })
    good = /^password=(.*)$/m.exec(out)?.[1] ?? ''
    expect(good).not.toBe(refused)
    expect(await clone('second')).toMatchObject({ code: 0 })
  })

  it('goes on with the next token once the first has lapsed', async () => {
    const first = await faces.addLogin('ada', 25)
    await faces.serve()
    good = ''
    const { out } = await faces.helper(['git', 'get'], {
      input: `protocol=https\nhost=localhost:${server.port}\npath=team/tools.git\n`,
    })
    good = /^password=(.*)$/m.exec(out)?.[1] ?? ''
    expect(good).not.toBe(first.access_token)
    expect(await clone('lapsed')).toMatchObject({ code: 0 })
  })

  it('tells the person whom it needs, and asks nobody for a password', async () => {
    await faces.addLogin('ada', -60)
    await faces.server.revoke(faces.grantOf('ada').refresh_token)
    const { code, err } = await clone('dead')
    expect(code).toBe(128)
    expect(err).toContain('Sign in again')
    expect(err).toMatch(/told us to quit|quit/)
  })

  it('is given nothing for a place that is nobody’s', async () => {
    const { code, err } = await clone('nobody', 'nobody/tools.git')
    expect([code, err]).toEqual([128, expect.stringContaining('terminal prompts disabled')])
    expect(err).not.toContain('lamplighter:')
  })

  it('tells by a repository’s remote which account works in it, in its worktrees too', async () => {
    await faces.configure({
      [ADA]: ['audience reports'],
      [BOB]: ['audience reports remote https://git.example.test/work'],
    })
    const git = (...args: string[]) =>
      execFileSync('git', args, { env: { ...process.env, ...GIT }, stdio: 'ignore' })
    const repository = join(faces.folder, 'tools')
    git('init', repository)
    git('-C', repository, 'remote', 'add', 'origin', 'git@git.example.test:work/tools.git')
    const commit = [
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@example.test',
      'commit',
      '--allow-empty',
      '-m',
      'x',
    ]
    git('-C', repository, ...commit)
    const tree = join(faces.folder, 'tree')
    git('-C', repository, 'worktree', 'add', tree)
    const tokenIn = async (folder: string) =>
      (await faces.helper(['bearer', 'reports'], { folder })).out.trim()
    expect(await tokenIn(repository)).toBe(faces.grantOf('bob').access_token)
    expect(await tokenIn(tree)).toBe(faces.grantOf('bob').access_token)
    expect(await tokenIn(faces.folder)).toBe(faces.grantOf('ada').access_token)
    git('-C', repository, 'remote', 'set-url', 'origin', 'https://git.example.test/other/tools.git')
    expect(await tokenIn(repository)).toBe(faces.grantOf('ada').access_token)
  })
})
