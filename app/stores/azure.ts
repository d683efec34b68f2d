/**
 * Azure CLI, MSAL's token cache: one account can be asked for with `az account get-access-token`, which refreshes in the
 * last five minutes. Its lock covers the writes only. On Windows, and where it is encrypted, it is not read.
 */

import { AppError } from '../base/errors.ts'
import { isRecord, type JsonRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import { text } from '../oauth/jwt.ts'
import { accountOf, credentialOf, recordIn, timeOf } from './shared/fields.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'

/** Python, and a slow network: its own requests time out before. */
const TIMEOUT_MS = 90_000
/** MSAL takes a token with less than five minutes for lapsed. */
const WITHIN_MS = 4.5 * 60_000

export const azure = fileStore({
  id: 'azure',
  owner: 'Azure CLI',
  provider: 'azure-cli',
  note: 'Azure CLI renews it itself, and when Lamplighter asks it to.',
  intoKeychain: 'Run: az config set core.encrypt_token_cache=true, and sign in again.',
  environment: ['AZURE_CONFIG_DIR'],
  paths: ({ folder }) => [joinPath(folder('AZURE_CONFIG_DIR', '.azure'), 'msal_token_cache.json')],
  beside: ({ folder }) => joinPath(folder('AZURE_CONFIG_DIR', '.azure'), 'azureProfile.json'),
  entries(content) {
    const cache = parseJson(content)
    if (!isRecord(cache)) return undefined
    const accounts = rows(cache, 'Account')
    return accounts.map((one) => loginOf(cache, one, accounts.length === 1))
  },
  elsewhere(profile) {
    const file = parseJson(profile.replace(/^\uFEFF/, ''))
    const users = rows(file, 'subscriptions').flatMap((one) => text(recordIn(one, 'user').name) ?? [])
    return [...new Set(users)].map((name) => ({
      ...named(name),
      mode: 'watched',
      note: 'Azure CLI keeps its tokens encrypted, or in the keychain.',
    }))
  },
  login: { command: () => ['az', 'login', '--use-device-code'] },
  delegation: {
    timeoutMs: TIMEOUT_MS,
    withinMs: WITHIN_MS,
    async refresh({ commands }, _holder, signal) {
      // It prints the token: nothing of what it says is kept.
      const how = { input: '', timeoutMs: TIMEOUT_MS, mostBytes: 0, signal }
      const { why, code } = await commands.run(['az', 'account', 'get-access-token', '-o', 'json'], how)
      if (why === undefined && code === 0) return
      throw new AppError(
        'NOT_REFRESHABLE',
        `Azure CLI was asked in vain: az ${why ?? `ended with code ${code}`}.`,
        {
          hint: 'Run: az account get-access-token, and see what it says; it may have to be signed in again.',
        },
      )
    },
  },
})

/** By account; of its many access tokens the one for Azure itself, which is what `az` hands out. */
function loginOf(cache: JsonRecord, about: JsonRecord, isOnly: boolean): FileEntry {
  const home = text(about.home_account_id)
  const ofAccount = (part: string): readonly JsonRecord[] =>
    rows(cache, part).filter((row) => home !== undefined && row.home_account_id === home)
  const newest = [...ofAccount('AccessToken')]
    .filter((row) => text(row.target)?.includes('management.'))
    .sort((a, b) => (endOf(b) ?? 0) - (endOf(a) ?? 0))[0]
  const name = text(about.username) ?? home ?? 'unknown'
  const credential = credentialOf({
    access: newest?.secret,
    refresh: ofAccount('RefreshToken')[0]?.secret,
    expiresAtMs: endOf(newest),
    issuedAtMs: timeOf(newest?.cached_at, 's'),
    scope: newest?.target,
    account: accountOf({ id: home, email: about.username }),
  })
  const login = { ...named(name), account: accountOf({ id: home, email: about.username }) }
  const watched = { mode: 'watched', note: 'Azure CLI renews it when it is used.' } as const
  if (!credential) return { ...login, ...watched }
  return { ...login, credential, ...(isOnly ? {} : watched) } // it is asked about the account in use only
}

function named(name: string): Pick<FileEntry, 'entry' | 'label' | 'account'> {
  return { entry: `azure:${name}`, label: 'Azure CLI', account: { name } }
}

function endOf(row: JsonRecord | undefined): number | undefined {
  return timeOf(row?.expires_on, 's')
}

/** The records of a list, or of a record. */
function rows(value: unknown, part: string): readonly JsonRecord[] {
  const list = isRecord(value) ? value[part] : undefined
  return (Array.isArray(list) ? list : isRecord(list) ? Object.values(list) : []).filter(isRecord)
}
