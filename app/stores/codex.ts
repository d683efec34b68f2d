/**
 * Codex, `auth.json`: the one rotator of its login is Codex. It takes its two locks around the commit only, and holding
 * them makes it lose what it got, so they are never taken: Codex is asked to refresh, through its own app-server, and
 * only the file, read before and after, says whether it did. A login in Codex's keyring store is not seen.
 */
import { AppError } from '../base/errors.ts'
import { isRecord, type JsonRecord, parseJson } from '../base/json.ts'
import type { Credential } from '../model/credential.ts'
import { secret } from '../model/secret.ts'
import { type Claims, claimsOf } from '../oauth/jwt.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'

/** It may be stopped only after its own request has timed out. */
const TIMEOUT_MS = 60_000

export const codex = fileStore({
  id: 'codex',
  owner: 'Codex',
  provider: 'openai-codex',
  mode: 'delegated',
  note: 'Codex refreshes it itself, and when Lamplighter asks it to.',
  path: ({ env, join, home }) => join(env('CODEX_HOME') ?? join(home, '.codex'), 'auth.json'),
  entries(text) {
    const file = parseJson(text)
    return isRecord(file) ? loginsIn(file) : undefined
  },
  delegation: {
    timeoutMs: TIMEOUT_MS,
    async refresh({ clock, commands, files }, holder, signal) {
      const text = await files.read(holder.path)
      const login = loginsIn(parsed(text)).find(({ entry }) => entry === holder.entry)
      const leftMs = (login?.credential?.expiresAtMs ?? 0) - clock.now()
      const asks = leftMs > REFRESHES_AT_START_MS
      const requests = asks ? [...START, REFRESH] : START
      const { why } = await commands.run(['codex', 'app-server'], {
        input: `${requests.map((one) => JSON.stringify(one)).join('\n')}\n`,
        inputEndsAfter: `"id":${asks ? REFRESH.id : START_ID},`, // it drops what it has not begun when its input ends
        timeoutMs: TIMEOUT_MS,
        mostBytes: 1_000_000,
        signal,
      })
      if (why === undefined) return
      throw new AppError('NOT_REFRESHABLE', `Codex could not be asked to refresh its login: codex ${why}.`, {
        hint: 'Start Codex once; it refreshes its login by itself. Where it is not installed any more, remove the file.',
      })
    },
  },
})

/** With less than this left, Codex refreshes as it starts: asking as well would spend a second token. */
const REFRESHES_AT_START_MS = 5 * 60_000
/** JSON-RPC, a line each. */
const START_ID = 0
const START = [
  { id: START_ID, method: 'initialize', params: { clientInfo: { name: 'lamplighter', version: '1' } } },
  { method: 'initialized' },
]
/** One request to the provider. The reply proves nothing, and does not hold the token. */
const REFRESH = { id: 1, method: 'getAuthStatus', params: { refreshToken: true, includeToken: false } }

function parsed(text: string | undefined): JsonRecord {
  const file = parseJson(text ?? '')
  return isRecord(file) ? file : {}
}

/** An API key, a ChatGPT login, or both: Codex uses the key where `auth_mode` says so, or where it does not and there is one. */
function loginsIn(file: JsonRecord): readonly FileEntry[] {
  const { tokens, OPENAI_API_KEY: key } = file
  const found: FileEntry[] = []
  if (isRecord(tokens)) found.push(chatGptLogin(tokens))
  const accessToken = typeof key === 'string' ? secret(key) : undefined
  if (accessToken) {
    const account = { name: 'API key' }
    const credential = { kind: 'api-key', accessToken, account, generation: 0 } as const
    const note = 'Codex keeps it. It never expires.'
    found.push({ entry: 'codex:api-key', label: 'Codex · API key', account, note, credential })
  }
  return found
}

function chatGptLogin(tokens: JsonRecord): FileEntry {
  const { access_token, refresh_token, id_token, account_id } = tokens
  const identity = claimsOf(id_token)
  const access = claimsOf(access_token)
  const account = {
    ...textMember('id', account_id),
    ...textMember('email', identity?.email),
  }
  const accessToken = typeof access_token === 'string' ? secret(access_token) : undefined
  const refreshToken = typeof refresh_token === 'string' ? secret(refresh_token) : undefined
  const common = { entry: 'codex:chatgpt', label: 'Codex', account }
  if (!accessToken) return { ...common, kind: 'oauth', note: 'There is no token in the file.' }
  const credential: Credential = {
    kind: 'oauth',
    accessToken,
    ...(refreshToken ? { refreshToken } : {}),
    ...endOf(access),
    account,
    generation: 0,
  }
  return { ...common, credential }
}

/** RFC 7519 §4.1.4: `exp`, seconds. The file itself does not say when the token lapses. */
function endOf(claims: Claims | undefined): { readonly expiresAtMs?: number } {
  const exp = claims?.exp
  return typeof exp === 'number' && Number.isFinite(exp) ? { expiresAtMs: exp * 1000 } : {}
}

function textMember<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [P in K]: string }) : {}
}
