/** GitHub CLI, `hosts.yml`: tokens without an end, which only GitHub can take away. */
import { isRecord, type JsonRecord } from '../base/json.ts'
import { credentialOf } from './shared/fields.ts'
import type { InKeychain } from './shared/file-entry.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'

export const gh = fileStore({
  id: 'gh',
  owner: 'GitHub CLI',
  provider: 'github-cli',
  note: 'GitHub CLI keeps it. It does not expire; GitHub may end it.',
  intoKeychain: 'Run: gh auth login, without --insecure-storage. GitHub CLI uses the keychain since 2.24.',
  usesKeychain: true,
  environment: ['GH_CONFIG_DIR'],
  paths: ({ env, platform, join, configHome }) => [
    join(env('GH_CONFIG_DIR') ?? join(configHome, platform === 'win32' ? 'GitHub CLI' : 'gh'), 'hosts.yml'),
  ],
  async entries(text) {
    const hosts = await parsedYaml(text)
    return hosts && Object.entries(hosts).flatMap(([host, about]) => usersOf(host, about))
  },
  login: {
    command: ({ holder: { entry } }) => [
      ...['gh', 'auth', 'login', '--web', '--git-protocol', 'https'],
      ...['--hostname', entry.slice(0, entry.lastIndexOf(':'))],
    ],
  },
})

/** Since 2.40 `users` holds a token each; before, there was one beside `user`. Without one it is in the keychain. */
function usersOf(host: string, about: unknown): readonly FileEntry[] {
  if (!isRecord(about)) return []
  const { users, user, oauth_token } = about
  const active = typeof user === 'string' ? user : undefined
  if (!isRecord(users)) return active === undefined ? [] : [entryOf(host, active, oauth_token)]
  return Object.entries(users).map(([name, own]) => {
    const token = isRecord(own) ? own.oauth_token : undefined
    return entryOf(host, name, token ?? (name === active ? oauth_token : undefined))
  })
}

function entryOf(host: string, name: string, token: unknown): FileEntry {
  const account = { name: host === 'github.com' ? name : `${name} at ${host}` }
  const credential = credentialOf({ kind: 'token', access: token, account })
  const common = { entry: `${host}:${name}`, account, kind: 'token' } as const
  return credential
    ? { ...common, credential }
    : { ...common, note: 'GitHub CLI keeps its token in the keychain.', inKeychain: keptFor(host, name) }
}

function keptFor(host: string, name: string): InKeychain {
  return {
    item: () => ({ service: `gh:${host}`, account: name, madeBy: 'go-keyring' }),
    entries: (token) => [entryOf(host, name, token)],
  }
}

/** Undefined when it is no mapping. The parser's complaint quotes what it read, so it is not passed on. */
async function parsedYaml(text: string): Promise<JsonRecord | undefined> {
  const { parse } = await import('yaml') // for who has such a file
  try {
    const value: unknown = parse(text, { logLevel: 'error' }) ?? {}
    return isRecord(value) ? value : undefined
  } catch (error) {
    if (error instanceof Error && error.name === 'YAMLParseError') return undefined
    throw error
  }
}
