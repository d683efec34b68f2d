/** cargo, npm, pnpm, pip and Terraform read from registries that demand the token; curl, out of a kept file. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
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
import { ADA, BIN, Faces, LAMPLIGHTER } from '../support/faces.ts'

let faces: Faces
let access: string

beforeEach(async () => {
  faces = await Faces.make({})
  access = faces.grantOf('ada').access_token
})
afterEach(() => faces.close())

type Pages = Readonly<Record<string, (origin: string) => string>>

/** What lies in the registry, by path. @param scheme of its challenge */
async function registry(pages: Pages, scheme: string, tls?: Certificate): Promise<DemandingServer> {
  const server: DemandingServer = await startServer((request: Request, response) => {
    if (demands(access, request, response, scheme)) return
    const page = pages[request.path.split('?')[0] ?? '']
    const type = page?.('').startsWith('<') ? 'text/html' : 'application/json'
    response.writeHead(page ? 200 : 404, { 'content-type': type }).end(page?.(server.origin) ?? '{}')
  }, tls)
  faces.later(() => server.close())
  await faces.configure({
    [ADA]: [
      `registry localhost:${server.port}`,
      `registry 127.0.0.1:${server.port}`,
      'registry registry.example.test',
    ],
  })
  await faces.serve()
  return server
}

const inherited = (...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (process.env[name] ? [[name, process.env[name] as string]] : [])),
  )

describeConsumer('cargo', () => {
  it('brings the token to the index', async () => {
    const crate = {
      name: 'teamlib',
      vers: '1.2.3',
      deps: [],
      cksum: '0'.repeat(64),
      features: {},
      yanked: false,
    }
    const server = await registry(
      {
        '/index/config.json': (origin) =>
          JSON.stringify({ dl: `${origin}/dl`, api: origin, 'auth-required': true }),
        '/index/te/am/teamlib': () => `${JSON.stringify(crate)}\n`,
      },
      'Cargo',
    )
    const project = join(faces.folder, 'project')
    mkdirSync(join(project, 'src'), { recursive: true })
    mkdirSync(join(project, '.cargo'))
    writeFileSync(join(project, 'src', 'lib.rs'), '')
    writeFileSync(
      join(project, 'Cargo.toml'),
      '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nteamlib = { version = "1", registry = "team" }\n',
    )
    const provider = ['cargo:token-from-stdout', process.execPath, LAMPLIGHTER, 'helper', 'cargo']
    writeFileSync(
      join(project, '.cargo', 'config.toml'),
      `[registries.team]\nindex = "sparse+${server.origin}/index/"\ncredential-provider = ${JSON.stringify(provider)}\n`,
    )
    const env = {
      CARGO_HOME: join(faces.folder, 'cargo'),
      ...inherited('RUSTUP_HOME'),
      RUSTUP_TOOLCHAIN: 'stable',
    }
    const home = process.env['HOME'] ?? ''
    const ended = await faces.run('cargo', ['generate-lockfile'], {
      folder: project,
      env: { RUSTUP_HOME: join(home, '.rustup'), ...env },
    })
    expect(ended).toMatchObject({ code: 0 })
    expect(server.seen.at(-1)).toMatchObject({ path: '/index/te/am/teamlib', token: access })
  })
}, ['--version'])

const PACKAGE = {
  '/teamlib': (origin: string) =>
    JSON.stringify({
      name: 'teamlib',
      'dist-tags': { latest: '1.2.3' },
      versions: {
        '1.2.3': {
          name: 'teamlib',
          version: '1.2.3',
          dist: { tarball: `${origin}/t.tgz`, shasum: '0'.repeat(40) },
        },
      },
    }),
}

describeConsumer('npm', () => {
  it('finds the token in a variable', async () => {
    const server = await registry(PACKAGE, 'Bearer')
    writeFileSync(
      join(faces.folder, '.npmrc'),
      `registry=${server.origin}/\n${server.origin.slice(5)}/:_authToken=\${API_TOKEN}\n`,
    )
    const words = ['run', ADA, '--env', 'API_TOKEN', '--', 'npm', 'view', 'teamlib', 'version']
    const ended = await faces.run(process.execPath, [LAMPLIGHTER, ...words])
    expect(ended).toMatchObject({ code: 0, out: '1.2.3\n' })
  })
})

describeConsumer('pnpm', () => {
  it('brings the token of its script', async () => {
    const server = await registry(PACKAGE, 'Bearer')
    const script = join(faces.folder, 'token-helper')
    writeFileSync(
      script,
      `#!/bin/sh\nexec '${process.execPath}' '${LAMPLIGHTER}' helper pnpm 127.0.0.1:${server.port}\n`,
    )
    chmodSync(script, 0o755)
    writeFileSync(
      join(faces.folder, '.npmrc'),
      `registry=${server.origin}/\n${server.origin.slice(5)}/:tokenHelper=${script}\n`,
    )
    const project = join(faces.folder, 'project')
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{"name":"p","dependencies":{"teamlib":"1.2.3"}}')
    const ended = await faces.run('pnpm', ['install', '--lockfile-only', '--ignore-scripts'], {
      folder: project,
      env: { NPM_CONFIG_USERCONFIG: join(faces.folder, '.npmrc') },
    })
    expect([ended.code, ended.err]).toEqual([0, ''])
    expect(server.seen.at(-1)?.token).toBe(access)
  })
})

describeConsumer('pip', () => {
  it('asks the keyring that stands on its path', async () => {
    const server = await registry(
      {
        '/simple/teamlib/': () =>
          '<!DOCTYPE html><html><body><a href="/teamlib-1.2.3.tar.gz">teamlib-1.2.3.tar.gz</a></body></html>',
      },
      'Basic',
    )
    const index = `http://ada@127.0.0.1:${server.port}/simple/`
    const words = ['index', 'versions', 'teamlib', '--keyring-provider', 'subprocess', '--index-url', index]
    const ended = await faces.run('pip', [...words, '--disable-pip-version-check', '--no-input'], {
      env: { PATH: `${join(BIN, 'pip')}:${process.env['PATH']}`, ...inherited('PYENV_ROOT') },
    })
    expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('1.2.3') })
    expect(server.seen.at(-1)?.token).toBe(access)
  })
})

describeConsumer('terraform', () => {
  it('brings the token to a registry of modules', async () => {
    const tls = certify(faces.folder, 'terraform', 'DNS:localhost')
    const server = await registry(
      {
        '/v1/modules/team/net/null/versions': () =>
          JSON.stringify({ modules: [{ versions: [{ version: '1.2.3' }] }] }),
      },
      'Bearer',
      tls,
    )
    const plugins = join(faces.folder, '.terraform.d', 'plugins')
    mkdirSync(plugins, { recursive: true })
    symlinkSync(
      join(BIN, 'terraform-credentials-lamplighter'),
      join(plugins, 'terraform-credentials-lamplighter'),
    )
    // Without discovery: its host must have a name with a dot, and nothing answers to one here.
    const host = `host "registry.example.test" {\n  services = { "modules.v1" = "${server.origin}/v1/modules/" }\n}\n`
    writeFileSync(join(faces.folder, '.terraformrc'), `${host}credentials_helper "lamplighter" {}\n`)
    const project = join(faces.folder, 'infra')
    mkdirSync(project)
    writeFileSync(
      join(project, 'main.tf'),
      `module "net" {\n  source = "registry.example.test/team/net/null"\n  version = "1.2.3"\n}\n`,
    )
    await faces.run('terraform', ['init', '-no-color'], {
      folder: project,
      env: {
        SSL_CERT_FILE: tls.path,
        CHECKPOINT_DISABLE: '1',
        TF_CLI_CONFIG_FILE: join(faces.folder, '.terraformrc'),
      },
    })
    const asked = server.seen.find(({ path }) => path === '/v1/modules/team/net/null/versions')
    expect(asked?.token).toBe(access)
  })
})

describeConsumer('curl', () => {
  it('reads a kept file, which is another one after a refresh', async () => {
    const server = await startServer((request, response) => void response.end(request.token ?? 'nobody'))
    faces.later(() => server.close())
    const path = join(faces.folder, 'header')
    await faces.configure({}, { keptFiles: [{ login: ADA, path, form: 'header' }] })
    await faces.serve()
    const curl = () => faces.run('curl', ['-s', '-H', `@${path}`, server.origin])
    await expect.poll(curl, { timeout: 20_000 }).toMatchObject({ out: access })
    await faces.run(process.execPath, [LAMPLIGHTER, 'refresh', ADA])
    await expect.poll(async () => (await curl()).out !== access, { timeout: 20_000 }).toBe(true)
    expect((await curl()).out).not.toBe('nobody')
  })
})
