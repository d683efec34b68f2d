/** Gemini CLI, `oauth_creds.json`: renewed while it runs. Since June 2026 Google serves companies only with it. */
import { isRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import { accountOfJwt, credentialOf, timeOf } from './shared/fields.ts'
import { fileStore } from './shared/file-store.ts'
import type { Where } from './shared/where.ts'

const LOGIN = { entry: 'gemini-cli:google', label: 'Gemini CLI' }

export const geminiCli = fileStore({
  id: 'gemini-cli',
  owner: 'Gemini CLI',
  provider: 'google-gemini-cli',
  note: 'Gemini CLI renews it while it runs. Google serves it to companies only since June 2026.',
  intoKeychain: 'Set GEMINI_FORCE_ENCRYPTED_FILE_STORAGE=true where Gemini CLI is started.',
  environment: ['GEMINI_CLI_HOME'],
  paths: (where) => [inFolder(where, 'oauth_creds.json')],
  beside: (where) => inFolder(where, 'gemini-credentials.json'),
  entries(content) {
    const file = parseJson(content)
    if (!isRecord(file) || !('access_token' in file || 'refresh_token' in file)) return undefined
    const account = accountOfJwt(file.id_token)
    const credential = credentialOf({
      access: file.access_token,
      refresh: file.refresh_token,
      expiresAtMs: timeOf(file.expiry_date, 'ms'),
      scope: file.scope,
      account,
    })
    return [{ ...LOGIN, account, ...(credential ? { credential } : {}) }]
  },
  elsewhere: () => [
    { ...LOGIN, account: {}, note: 'Gemini CLI keeps it encrypted, under a key of this machine.' },
  ],
  login: { command: () => ['gemini'] },
})

/** The variable stands for the home. */
function inFolder({ folder }: Where, name: string): string {
  return joinPath(folder('GEMINI_CLI_HOME', ''), '.gemini', name)
}
