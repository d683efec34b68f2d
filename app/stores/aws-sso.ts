/**
 * AWS IAM Identity Center, the AWS CLI's cache of sign-ins: one file for each session, no lock, written in place by older
 * versions. The CLI refreshes in the last quarter of an hour, when it is used; a reply without a refresh token makes it lose the
 * one it had, which does not happen where Lamplighter was there first. Other files of that folder are no sign-ins.
 */
import type { JsonRecord } from '../base/json.ts'
import { join } from '../base/path.ts'
import type { LoginClient } from '../model/provider.ts'
import { secret } from '../model/secret.ts'
import { text } from '../oauth/jwt.ts'
import { awsConfigPath, awsSections, ssoLoginWords } from './aws-config.ts'
import { accountOf, credentialOf, timeOf } from './shared/fields.ts'
import { type JsonFile, type JsonLogin, jsonStore } from './shared/json-store.ts'
import { storedExpiry } from './shared/stored-expiry.ts'

/** SHA-1 of the session's name, or of its start URL: what else lies there has other names. */
const NAME = /^([0-9a-f]{40})\.json$/
/** It becomes part of the address that tokens go to. */
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/

export const awsSso = jsonStore({
  id: 'aws-sso',
  owner: 'AWS CLI',
  environment: [],
  login: { command: ({ ownLoginWords = [] }) => ['aws', 'sso', 'login', ...ownLoginWords] },
  paths: ({ home }) => [join(home, '.aws', 'sso', 'cache', '*.json')],
  beside: (_path, where) => awsConfigPath(where),
  logins(file, about) {
    const [, hash] = NAME.exec(about.name) ?? []
    if (hash === undefined || isRegistration(file)) return []
    if (text(file.accessToken) === undefined || text(file.startUrl) === undefined) return undefined
    return [loginOf(file, about, hash)]
  },
  refreshMember: 'refreshToken',
  members: (next) => ({ accessToken: next.accessToken?.expose(), expiresAt: isoTime(storedExpiry(next)) }),
})

/** The client alone, under the hash of something else. */
function isRegistration(file: JsonRecord): boolean {
  return text(file.clientId) !== undefined && file.accessToken === undefined
}

function loginOf(file: JsonRecord, { nowMs, beside, random }: JsonFile, hash: string): JsonLogin {
  const region = text(file.region) ?? 'unknown'
  const start = hostOf(text(file.startUrl) ?? '')
  const client = clientOf(file)
  const endsAtMs = timeOf(file.registrationExpiresAt, 'iso')
  const account = accountOf({ name: start })
  const credential = credentialOf({
    access: file.accessToken,
    refresh: client ? file.refreshToken : undefined,
    expiresAtMs: timeOf(file.expiresAt, 'iso'),
    grantExpiresAtMs: endsAtMs, // nobody renews anything for a client that has ended
    account,
  })
  const why = whyNot(file, client, endsAtMs, nowMs)
  return {
    entry: `aws-sso:${start}/${region}#${hash.slice(0, 6)}`,
    label: `AWS CLI · ${start}`,
    provider: 'aws-sso',
    account,
    at: [],
    isOurs: why === undefined,
    ownLoginWords: ssoLoginWords(awsSections(beside), (name) => random.sha1Hex(name) === hash),
    ...(credential ? { credential } : {}),
    ...(client ? { client } : {}),
    ...(why === undefined ? {} : { note: why }),
  }
}

function whyNot(
  file: JsonRecord,
  client: LoginClient | undefined,
  endsAtMs: number | undefined,
  nowMs: number,
): string | undefined {
  if (text(file.refreshToken) === undefined) return 'It has no refresh token, so nobody can renew it.'
  if (!client) return 'The file does not name a region and a client that AWS would know.'
  if (endsAtMs !== undefined && endsAtMs <= nowMs) {
    return `Its client was registered until ${new Date(endsAtMs).toISOString().slice(0, 10)}, and nobody can renew it now.`
  }
  return undefined
}

function clientOf(file: JsonRecord): LoginClient | undefined {
  const [region, clientId] = [text(file.region), text(file.clientId)]
  const clientSecret = secret(text(file.clientSecret))
  if (region === undefined || !REGION.test(region) || clientId === undefined || !clientSecret)
    return undefined
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { tokenEndpoint: `https://oidc.${region}.${domain}/token`, clientId, clientSecret }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : 'unknown'
}

/** As botocore writes it: whole seconds, and never later than the token lasts. */
function isoTime(ms: number | undefined): string | undefined {
  return ms === undefined
    ? undefined
    : `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`
}
