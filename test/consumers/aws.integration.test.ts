/** The AWS CLI is given keys for the id token by STS, and signs with them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemandingServer, describeConsumer, startServer } from '../support/consumers.ts'
import { ADA, Faces, LAMPLIGHTER } from '../support/faces.ts'

const ARN = 'arn:aws:iam::123456789012:role/dev'
const KEYS = `<AccessKeyId>ASIATEST</AccessKeyId><SecretAccessKey>CANARY/secret+key</SecretAccessKey>
  <SessionToken>CANARY-session==</SessionToken><Expiration>2031-01-01T00:00:00Z</Expiration>`

let faces: Faces
let server: DemandingServer
/** The tokens that AWS was shown. */
let shown: string[]

beforeEach(async () => {
  faces = await Faces.make({ [ADA]: ['aws dev'] })
  shown = []
  server = await startServer((request, response) => {
    const form = new URLSearchParams(request.body.toString())
    const xml = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text)
    if (request.path.startsWith('/federation/credentials')) {
      shown.push(String(request.headers['x-amz-sso_bearer_token']))
      const roleCredentials = {
        accessKeyId: 'ASIASSO',
        secretAccessKey: 's',
        sessionToken: 't',
        expiration: 1_925_000_000_000,
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ roleCredentials }))
    } else if (form.get('Action') === 'AssumeRoleWithWebIdentity') {
      shown.push(form.get('WebIdentityToken') ?? '')
      if (form.get('RoleArn') !== ARN) {
        xml(
          403,
          '<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not for you</Message></Error></ErrorResponse>',
        )
      } else
        xml(
          200,
          `<R><AssumeRoleWithWebIdentityResult><Credentials>${KEYS}</Credentials></AssumeRoleWithWebIdentityResult></R>`,
        )
    } else if (request.headers.authorization?.includes('Credential=ASIATEST/')) {
      const result = '<Account>123456789012</Account><UserId>U</UserId><Arn>arn:aws:sts::1:ada</Arn>'
      xml(
        200,
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
      )
    } else
      xml(
        403,
        '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>',
      )
  })
  faces.later(() => server.close())
})
afterEach(() => faces.close())

describe('the aws helper', () => {
  it('gives the keys of a role for the id token, and of a role in Identity Center for the access token', async () => {
    const env = { AWS_ENDPOINT_URL_STS: server.origin, AWS_ENDPOINT_URL_SSO: server.origin }
    const role = await faces.helper(['aws', 'dev', 'role', ARN], { env })
    expect([role.code, role.err]).toEqual([0, ''])
    expect(JSON.parse(role.out)).toEqual({
      Version: 1,
      AccessKeyId: 'ASIATEST',
      SecretAccessKey: 'CANARY/secret+key',
      SessionToken: 'CANARY-session==',
      Expiration: '2031-01-01T00:00:00Z',
    })
    const sso = await faces.helper(['aws', 'dev', 'sso', 'eu-west-1', '123456789012', 'dev'], { env })
    expect(JSON.parse(sso.out)).toMatchObject({
      Version: 1,
      AccessKeyId: 'ASIASSO',
      Expiration: '2031-01-01T02:13:20.000Z',
    })
    expect(shown).toEqual([faces.grantOf('ada').id_token, faces.grantOf('ada').access_token])
  })

  it('says in AWS’s words why there are none, and what is missing', async () => {
    const env = { AWS_ENDPOINT_URL_STS: server.origin }
    expect(await faces.helper(['aws', 'dev', 'role', 'arn:other'], { env })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('AWS gives no keys for this login (HTTP 403): Not for you'),
    })
    expect(
      await faces.helper(['aws', 'dev', 'role', ARN], {
        env: { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' },
      }),
    ).toMatchObject({
      code: 1,
      err: expect.stringContaining('AWS does not answer at http://127.0.0.1:9'),
    })
    expect(await faces.helper(['aws', 'dev'])).toMatchObject({
      code: 64,
      err: expect.stringContaining('aws PROFILE role ROLE_ARN'),
    })
    expect(await faces.helper(['aws', 'no', 'role', ARN])).toMatchObject({
      code: 64,
      err: expect.stringContaining('No login is for "aws no"'),
    })
  })
})

describe('the endpoint for AWS SDKs', () => {
  const SHOW = 'console.log(JSON.stringify(process.env))'
  const endpoint = (words: readonly string[], script: string, env = {}) =>
    faces.run(process.execPath, [LAMPLIGHTER, 'aws', ...words, '--', process.execPath, '-e', script], {
      env: { AWS_ENDPOINT_URL_STS: server.origin, ...env },
    })
  /** What a program in its place can do with what it is told. */
  const ASK = `
    const { AWS_CONTAINER_CREDENTIALS_FULL_URI: url, AWS_CONTAINER_AUTHORIZATION_TOKEN: key } = process.env
    const ask = async (more, at = url) => {
      const reply = await fetch(at, { headers: { authorization: key }, ...more })
      return [reply.status, await reply.json()]
    }
    const { request } = await import('node:http')
    const asHost = (host) => new Promise((resolve) =>
      request(url, { headers: { host, authorization: key } }, (reply) => resolve(reply.statusCode)).end())
    console.log(JSON.stringify([
      await Promise.all([ask(), ask(), ask()]),
      await ask({ headers: {} }),
      await ask({ headers: { authorization: key + 'x' } }),
      await ask({ method: 'POST' }),
      await ask({}, url + 'other'),
      await ask({ headers: { authorization: key, origin: 'https://evil.test' } }),
      await asHost('evil.test'),
    ]))`

  it('gives keys to whom it was told, asks AWS once for all of them, and everybody else nothing', async () => {
    const { code, out, err } = await endpoint(['dev', 'role', ARN], `(async () => {${ASK}})()`)
    expect([code, err]).toEqual([0, ''])
    const [together, ...others] = JSON.parse(out)
    for (const [status, keys] of together) {
      expect([status, keys]).toEqual([
        200,
        {
          AccessKeyId: 'ASIATEST',
          SecretAccessKey: 'CANARY/secret+key',
          Token: 'CANARY-session==',
          Expiration: '2031-01-01T00:00:00Z',
        },
      ])
    }
    expect(shown).toHaveLength(1)
    expect(others.map((one: unknown) => (Array.isArray(one) ? one[0] : one))).toEqual([
      401, 401, 404, 404, 403, 403,
    ])
    expect(JSON.stringify(others)).not.toContain('CANARY')
  })

  it('is another one for each command, ends with it, and passes its exit on', async () => {
    const seen = await Promise.all([
      endpoint(['dev', 'role', ARN], SHOW),
      endpoint(['dev', 'role', ARN], SHOW),
    ])
    const [a, b] = seen.map(({ out }) => JSON.parse(out))
    expect(a.AWS_CONTAINER_AUTHORIZATION_TOKEN).not.toBe(b.AWS_CONTAINER_AUTHORIZATION_TOKEN)
    await expect(fetch(a.AWS_CONTAINER_CREDENTIALS_FULL_URI)).rejects.toThrow()
    expect(await endpoint(['dev', 'role', ARN], 'process.exit(7)')).toMatchObject({ code: 7 })
    expect(await endpoint(['dev', 'role', ARN, '--port', 'x'], SHOW)).toMatchObject({ code: 64 })
  })

  it('says in words why there are none', async () => {
    const { out } = await endpoint(['dev', 'role', 'arn:other'], `(async () => {${ASK}})()`)
    expect(JSON.parse(out)[0][0]).toEqual([
      500,
      { code: 'PROVIDER_REFUSED', message: expect.stringContaining('Not for you') },
    ])
  })
})

describeConsumer('aws', () => {
  it('signs with keys of the endpoint', async () => {
    const own = ['sts', 'get-caller-identity', '--region', 'eu-west-1']
    const { code, out } = await faces.run(
      process.execPath,
      [LAMPLIGHTER, 'aws', 'dev', 'role', ARN, '--', 'aws', ...own],
      {
        env: {
          AWS_ENDPOINT_URL_STS: server.origin,
          ...(process.env['PYENV_ROOT'] ? { PYENV_ROOT: process.env['PYENV_ROOT'] } : {}),
        },
      },
    )
    expect([code, out]).toEqual([0, expect.stringContaining('123456789012')])
  })

  const who = async () => {
    const folder = join(faces.folder, '.aws')
    mkdirSync(folder, { recursive: true })
    const command = [process.execPath, LAMPLIGHTER, 'helper', 'aws', 'dev', 'role', ARN].map(
      (word) => `"${word}"`,
    )
    writeFileSync(
      join(folder, 'config'),
      `[profile dev]\nregion = eu-west-1\ncredential_process = ${command.join(' ')}\n`,
    )
    return faces.run('aws', ['--profile', 'dev', 'sts', 'get-caller-identity'], {
      env: {
        AWS_ENDPOINT_URL_STS: server.origin,
        ...(process.env['PYENV_ROOT'] ? { PYENV_ROOT: process.env['PYENV_ROOT'] } : {}),
      },
    })
  }

  it('signs with the keys', async () => {
    await faces.serve()
    expect(await who()).toMatchObject({ code: 0, out: expect.stringContaining('123456789012') })
  })

  it('shows the person whom it needs', async () => {
    await faces.addLogin('ada', -60)
    await faces.server.revoke(faces.grantOf('ada').refresh_token)
    const { code, err } = await who()
    expect([code, err]).toEqual([expect.any(Number), expect.stringContaining('Sign in again')])
    expect(code).not.toBe(0)
  })
})
