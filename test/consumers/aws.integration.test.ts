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

describeConsumer('aws', () => {
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
