import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../app/model/credential.ts'
import type { Holder } from '../../../app/model/holder.ts'
import { Secret } from '../../../app/model/secret.ts'
import { awsSso } from '../../../app/stores/aws-sso.ts'
import { readLaws, storeLaws, successorOf } from '../../conformance/store.conformance.ts'
import { jsonMachine, jsonStoreUnderTest, programFixture } from '../../support/json-files.ts'

const FOLDER = '/home/ada/.aws/sso/cache'
const HASH = 'd033e22ae348aeb5660fc2140aec35850c4da997'
const FILE = `${FOLDER}/${HASH}.json`
const FOUND = programFixture('aws-sso-2.9.19.json')
const ENTRY = 'aws-sso:ada.awsapps.com/eu-west-1#d033e2'

const ADA: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  refreshToken: new Secret('CANARY-refresh-1'),
  expiresAtMs: Date.UTC(2027, 0, 15, 8),
  account: { name: 'ada.awsapps.com' },
  generation: 0,
}
const HOLDER: Holder = {
  store: 'aws-sso',
  id: `aws-sso:${ENTRY}`,
  label: 'AWS CLI · ada.awsapps.com',
  path: FILE,
  entry: ENTRY,
}

const underTest = async () =>
  jsonStoreUnderTest({ make: awsSso, files: { [FILE]: FOUND }, holder: HOLDER, credential: ADA, at: [] })

storeLaws('AWS IAM Identity Center', underTest)
readLaws('AWS IAM Identity Center, read', underTest, ['', '[]', '{"startUrl":', 'null', '{"startUrl":1}'])

async function found(files: Readonly<Record<string, string>>) {
  return (await jsonMachine({ make: awsSso, files }).store.scan()).entries
}

const changed = (part: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(FOUND), ...part })

describe('the sign-ins that the AWS CLI keeps', () => {
  it.each(['aws-sso-2.9.19.json', 'aws-sso-botocore-1.43.json'])('are found as in %s', async (name) => {
    const [entry] = await found({ [FILE]: programFixture(name) })
    expect(entry).toMatchObject({ mode: 'shared', provider: 'aws-sso', owner: 'AWS CLI' })
    expect(entry?.client?.tokenEndpoint).toBe('https://oidc.eu-west-1.amazonaws.com/token')
    expect(entry?.credential?.grantExpiresAtMs).toBe(Date.UTC(2027, 3, 1))
  })

  it('are not what else lies there: clients, and logins of other programs', async () => {
    const client = '{"clientId":"CANARYclient","clientSecret":"CANARY","expiresAt":"2027-04-01T00:00:00Z"}'
    const other = '{"accessToken":"CANARY","refreshToken":"CANARY","authMethod":"social"}'
    const files = {
      [`${FOLDER}/${HASH.replace('d', 'e')}.json`]: client,
      [`${FOLDER}/kiro-auth-token.json`]: other,
      [`${FOLDER}/botocore-client-id-eu-west-1.json`]: client,
    }
    const { store } = jsonMachine({ make: awsSso, files })
    expect(await store.scan()).toMatchObject({ entries: [], places: [] })
  })

  it.each([
    ['no refresh token', { refreshToken: undefined }, 'no refresh token'],
    ['a client that has ended', { registrationExpiresAt: '2025-12-31T00:00:00Z' }, 'until 2025-12-31'],
    ['no client', { clientSecret: undefined }, 'region and a client'],
    ['a region that leads elsewhere', { region: 'evil.test/#' }, 'region and a client'],
  ])('with %s are shown, and not renewed', async (_what, part, why) => {
    const [entry] = await found({ [FILE]: changed(part) })
    expect(entry).toMatchObject({ mode: 'watched' })
    expect(entry?.note).toContain(why)
    expect(entry?.credential?.accessToken?.expose()).toBe('CANARY-access-1')
  })

  it.each([
    ['its session', '[sso-session admin]\nsso_region = x\n', ['--sso-session', 'admin']],
    ['the start URL', '[profile "a b"]\nsso_start_url = admin\n', ['--profile', 'a b']],
    ['nothing that is known', '[sso-session other]\n[profile b]\nsso_session = admin\n', []],
  ])('are made anew with its own command, for %s', async (_what, config, words) => {
    const files = { [FILE]: FOUND, '/home/ada/.aws/config': config }
    const { store } = jsonMachine({ make: awsSso, files })
    const [entry] = (await store.scan()).entries
    expect(entry && store.login?.command(entry)).toEqual(['aws', 'sso', 'login', ...words])
  })

  it('go to the servers in China from there', async () => {
    const [entry] = await found({ [FILE]: changed({ region: 'cn-north-1' }) })
    expect(entry?.client?.tokenEndpoint).toBe('https://oidc.cn-north-1.amazonaws.com.cn/token')
  })

  it('keep the refresh token that a reply does not replace, and say the time as the CLI does', async () => {
    const { ports, store } = jsonMachine({ make: awsSso, files: { [FILE]: FOUND } })
    const { refreshToken: _, ...rest } = successorOf(ADA)
    const next = {
      ...rest,
      refreshToken: new Secret('CANARY-refresh-1'),
      expiresAtMs: Date.UTC(2027, 0, 15, 9, 0, 0, 999),
    }
    expect(await store.writing.replace(HOLDER, next, ADA)).toBe('written')
    expect(ports.files.text(FILE)).toBe(
      FOUND.replace('CANARY-access-1', 'CANARY-access-g1').replace('08:00:00Z', '09:00:00Z'),
    )
  })
})
