/**
 * Codex, `auth.json`: the one rotator of its login is Codex. It takes its two locks around the commit only, and holding
 * them makes it lose what it got, so they are never taken: Codex is asked to refresh, through its own app-server, and
 * only the file, read before and after, says whether it did. Where Codex keeps its login in the keyring, that is read.
 */
import { AppError } from '../../base/errors.ts'
import { isRecord, type JsonRecord, parseJson } from '../../base/json.ts'
import { accountOf, accountOfJwt, credentialOf, endOfJwt } from '../shared/fields.ts'
import { type FileEntry, fileStore } from '../shared/file-store.ts'
import type { Where } from '../shared/where.ts'
import { APP_SERVER, GREETING, GREETING_ID } from './app-server.ts'
import { CODEX_LOGIN_WARNING, signInWithCodex } from './sign-in.ts'

const CHATGPT = { entry: 'codex:chatgpt', label: 'Codex' }

/** TOML; `auto` uses the keyring where there is one, and Codex leaves no auth.json beside it. */
const KEYRING = /^\s*cli_auth_credentials_store\s*=\s*["'](?:keyring|auto)["']/m
const ACCOUNT_HEX = 16

/** The same text as in auth.json. */
function inKeyring({ folder }: Where): FileEntry {
  return {
    ...CHATGPT,
    account: {},
    mode: 'watched',
    note: 'Codex keeps its login, if it has one, in the keyring, as its config.toml says.',
    inKeychain: {
      async item({ files, random }) {
        const home = folder('CODEX_HOME', '.codex')
        const digest = random.sha256Hex((await files.realPath(home)) ?? home)
        return { service: 'Codex Auth', account: `cli|${digest.slice(0, ACCOUNT_HEX)}`, madeBy: 'keyring-rs' }
      },
      entries: entriesIn,
      isHint: true,
    },
  }
}

/** It may be stopped only after its own request has timed out. */
const TIMEOUT_MS = 60_000

export const codex = fileStore({
  id: 'codex',
  owner: 'Codex',
  provider: 'openai-codex',
  note: 'Codex renews it itself, and when Lamplighter asks it to.',
  intoKeychain: 'Put cli_auth_credentials_store = "keyring" into its config.toml, and sign in again.',
  usesKeychain: true,
  environment: ['CODEX_HOME'],
  paths: ({ folder, join }) => [join(folder('CODEX_HOME', '.codex'), 'auth.json')],
  beside: ({ folder, join }) => join(folder('CODEX_HOME', '.codex'), 'config.toml'),
  entries: entriesIn,
  elsewhere: (config, where) => (KEYRING.test(config) ? [inKeyring(where)] : []),
  login: {
    command: () => ['codex', 'login'],
    warning: CODEX_LOGIN_WARNING,
    ask: signInWithCodex,
  },
  delegation: {
    timeoutMs: TIMEOUT_MS,
    async refresh({ commands }, _holder, signal, leftMs) {
      const asks = leftMs > REFRESHES_AT_START_MS
      const requests = asks ? [...GREETING, REFRESH] : GREETING
      const { why } = await commands.run(APP_SERVER, {
        input: `${requests.map((one) => JSON.stringify(one)).join('\n')}\n`,
        inputEndsAfter: `"id":${asks ? REFRESH.id : GREETING_ID},`, // it drops what it has not begun when its input ends
        timeoutMs: TIMEOUT_MS,
        mostBytes: 1_000_000,
        signal,
      })
      if (why === undefined) return
      throw new AppError('NOT_REFRESHABLE', `Codex could not be asked to renew its login: codex ${why}.`, {
        hint: 'Start Codex once; it renews its login by itself. Where it is not installed any more, remove the file.',
      })
    },
  },
})

/** With less than this left, Codex refreshes as it starts: asking as well would spend a second token. */
const REFRESHES_AT_START_MS = 5 * 60_000
/** One request to the provider. The reply proves nothing, and does not hold the token. */
const REFRESH = { id: 1, method: 'getAuthStatus', params: { refreshToken: true, includeToken: false } }

function entriesIn(text: string): readonly FileEntry[] | undefined {
  const file = parseJson(text)
  return isRecord(file) ? loginsIn(file) : undefined
}

/** An API key, a ChatGPT login, or both: Codex uses the key where `auth_mode` says so, or where it does not and there is one. */
function loginsIn(file: JsonRecord): readonly FileEntry[] {
  const { tokens, OPENAI_API_KEY: key } = file
  const found: FileEntry[] = []
  if (isRecord(tokens)) found.push(chatGptLogin(tokens))
  const credential = credentialOf({ kind: 'api-key', access: key, account: { name: 'API key' } })
  if (credential) {
    const note = 'Codex keeps it. It never expires.'
    const { account } = credential
    found.push({
      entry: 'codex:api-key',
      label: 'Codex · API key',
      account,
      note,
      credential,
      mode: 'watched',
    })
  }
  return found
}

function chatGptLogin({ access_token, refresh_token, id_token, account_id }: JsonRecord): FileEntry {
  const { email } = accountOfJwt(id_token)
  const account = accountOf({ id: account_id, email })
  const credential = credentialOf({
    access: access_token,
    refresh: refresh_token,
    expiresAtMs: endOfJwt(access_token), // the file itself does not say
    account,
  })
  if (credential?.refreshToken) return { ...CHATGPT, account, credential }
  if (credential) return { ...CHATGPT, account, credential, mode: 'watched' } // it has nothing to refresh with
  return { ...CHATGPT, account, kind: 'oauth', note: 'There is no token in the file.' }
}
