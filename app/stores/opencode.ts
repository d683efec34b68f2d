/**
 * opencode, `auth.json`: it has no lock, reads the file for each prompt, and refreshes only then, so a login that nobody uses
 * lapses. Lamplighter refreshes earlier than opencode would, and keeps its hands off as soon as opencode may: of two that
 * refresh at once, one loses what it got. The logins of its MCP servers are in another file, and are not seen.
 */
import { isRecord, type JsonRecord } from '../base/json.ts'
import { join } from '../base/path.ts'
import { accountOf, credentialOf, timeOf } from './shared/fields.ts'
import { type JsonLogin, jsonStore } from './shared/json-store.ts'
import { storedExpiry } from './shared/stored-expiry.ts'

const MINUTE = 60_000
/** It refreshes up to two minutes before the end, and a request of ours that begins now takes up to half a minute. */
const OWNERS_TIME_MS = 3 * MINUTE
/** Those whose servers are known here, by opencode's names. */
const REFRESHED: ReadonlySet<string> = new Set(['openai', 'xai'])

export const opencode = jsonStore({
  id: 'opencode',
  owner: 'opencode',
  environment: ['XDG_DATA_HOME'],
  login: { command: () => ['opencode', 'auth', 'login'] },
  paths: ({ folder }) => [join(folder('XDG_DATA_HOME', join('.local', 'share')), 'opencode', 'auth.json')],
  logins(file, { nowMs }) {
    const all = Object.entries(file)
    if (!all.every(([, value]) => isRecord(value))) return undefined
    return all.flatMap(([name, value]) => (isRecord(value) ? loginOf(name, value, nowMs) : []))
  },
  refreshMember: 'refresh',
  members: (next) => ({ access: next.accessToken?.expose(), expires: storedExpiry(next) }),
})

/** What it does not understand it drops when it writes next: that is no login. */
function loginOf(name: string, value: JsonRecord, nowMs: number): readonly JsonLogin[] {
  const common = { entry: `opencode:${name}`, label: `opencode · ${name}`, provider: name, at: [name] }
  if (value.type === 'api') {
    const credential = credentialOf({ kind: 'api-key', access: value.key })
    const note = 'opencode keeps it. It never expires.'
    return credential ? [{ ...common, account: { name: 'API key' }, credential, note, isOurs: false }] : []
  }
  if (value.type !== 'oauth') return []
  const account = accountOf({ id: value.accountId })
  const expiresAtMs = timeOf(value.expires, 'ms')
  const credential = credentialOf({
    kind: expiresAtMs === undefined ? 'token' : 'oauth', // 0: it never expires, and both tokens are one
    access: value.access,
    refresh: expiresAtMs === undefined ? undefined : value.refresh,
    expiresAtMs,
    account,
  })
  if (!credential) return []
  const isOurs =
    REFRESHED.has(name) &&
    credential.refreshToken !== undefined &&
    (expiresAtMs ?? 0) > nowMs + OWNERS_TIME_MS
  const note = isOurs ? {} : { note: noteFor(name, expiresAtMs) }
  return [{ ...common, account, credential, isOurs, ...note }]
}

function noteFor(name: string, expiresAtMs: number | undefined): string {
  if (expiresAtMs === undefined) return 'opencode keeps it. It does not expire.'
  if (!REFRESHED.has(name)) return 'opencode renews it at your next prompt there.'
  return 'opencode renews it at your next prompt there; from then on, Lamplighter does again.'
}
