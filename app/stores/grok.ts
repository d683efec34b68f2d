/**
 * Grok, `auth.json`: its refresh token is revoked with each use, under a flock that Node.js cannot take, and `grok models`
 * leaves before a slow reply is stored. So it is only watched: a running Grok refreshes by itself.
 */
import { isRecord, type JsonRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import type { Failure } from '../contract/failure.ts'
import { text } from '../oauth/jwt.ts'
import { accountOf, credentialOf, timeOf } from './shared/fields.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'

const XAI_ISSUER = 'https://auth.x.ai'
/** Without one of these Grok takes the whole file for no login. */
const REQUIRED = ['key', 'auth_mode', 'create_time', 'user_id']

export const grok = fileStore({
  id: 'grok',
  owner: 'Grok',
  provider: 'xai',
  note: 'Grok renews it while it runs.',
  environment: ['GROK_HOME', 'GROK_AUTH_PATH'],
  paths: ({ env, folder }) => [env('GROK_AUTH_PATH') ?? joinPath(folder('GROK_HOME', '.grok'), 'auth.json')],
  entries(content) {
    if (content.trim() === '') return [] // signed out
    const file = parseJson(content)
    if (!isRecord(file)) return undefined
    return Object.entries(file).map(([name, about]) => loginOf(name, isRecord(about) ? about : {}))
  },
  login: { command: () => ['grok', 'login'] },
})

/** "<issuer>::<client id>", or "xai::api_key". */
function loginOf(name: string, about: JsonRecord): FileEntry {
  const account = accountOf({ id: about.user_id, email: about.email })
  const issuer = text(about.oidc_issuer) ?? name.split('::')[0] ?? ''
  const isKey = name.endsWith('::api_key')
  const credential = credentialOf({
    kind: isKey ? 'api-key' : 'oauth',
    access: about.key,
    refresh: about.refresh_token,
    expiresAtMs: timeOf(about.expires_at, 'iso'),
    issuedAtMs: timeOf(about.create_time, 'iso'),
    account,
  })
  const entry = isKey ? 'grok:api-key' : issuer === XAI_ISSUER ? 'grok:xai' : `grok:${name}`
  const known = {
    entry,
    label: isKey ? 'Grok · API key' : 'Grok',
    account,
    ...(issuer.startsWith('https://') && issuer !== XAI_ISSUER ? { provider: hostOf(issuer) } : {}),
    ...(isKey ? { note: 'Grok keeps it. It never expires.' } : {}),
  }
  const missing = isKey ? [] : REQUIRED.filter((member) => text(about[member]) === undefined)
  return {
    ...known,
    ...(credential ? { credential } : {}),
    ...(missing.length > 0 ? { problem: lacks(name, missing) } : {}),
  }
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer
}

function lacks(name: string, missing: readonly string[]): Failure {
  return {
    code: 'STORE_CORRUPT',
    message: `Grok’s entry "${name}" has no ${missing.join(', no ')}: Grok reads none of the file then.`,
    hint: 'Sign in again with Grok: grok login',
  }
}
