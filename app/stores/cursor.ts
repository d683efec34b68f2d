/** Cursor's CLI: a session of about a day that it never renews, in the keychain or in one of two files. */
import { isRecord, parseJson } from '../base/json.ts'
import { accountOf, credentialOf, endOfJwt, recordIn } from './shared/fields.ts'
import { fileStore } from './shared/file-store.ts'

export const cursor = fileStore({
  id: 'cursor',
  owner: 'Cursor',
  provider: 'cursor',
  note: 'Cursor does not renew it: sign in again when it has expired.',
  environment: [],
  paths: ({ home, configHome, join }) => [
    join(home, '.cursor', 'cli-config.json'),
    join(configHome, 'cursor', 'auth.json'),
  ],
  entries(content, { name }) {
    const file = parseJson(content)
    if (!isRecord(file)) return undefined
    const isConfig = name === 'cli-config.json'
    if (isConfig && !isRecord(file.authInfo)) return [] // settings, and nobody signed in
    const about = isConfig ? recordIn(file, 'authInfo') : file
    const account = accountOf({ id: about.userId, email: about.email, name: about.displayName })
    const access = about.accessToken
    // No command of Cursor's spends the refresh token, so the session's end is the login's.
    const credential = credentialOf({ kind: 'token', access, expiresAtMs: endOfJwt(access), account })
    const login = { entry: 'cursor:session', label: 'Cursor', account, kind: 'token' } as const
    if (credential) return [{ ...login, credential }]
    return isConfig ? [{ ...login, note: 'Cursor keeps its session in the keychain.' }] : []
  },
  login: { command: () => ['cursor-agent', 'login'] },
})
