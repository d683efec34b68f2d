/** GitHub Copilot, its CLI's `config.json` and the files of older editors: GitHub tokens without an end. */
import { isRecord, type JsonRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import { text } from '../oauth/jwt.ts'
import { credentialOf, recordIn } from './shared/fields.ts'
import type { InKeychain } from './shared/file-entry.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'
import { parseJsonText, plainValue } from './shared/json-tree.ts'

const GITHUB = 'https://github.com'

export const copilot = fileStore({
  id: 'copilot',
  owner: 'GitHub Copilot',
  provider: 'github-copilot',
  note: 'GitHub Copilot keeps it. It does not expire; GitHub may end it.',
  intoKeychain: 'Take "storeTokenPlaintext" out of its settings.json, then run: copilot login',
  usesKeychain: true,
  environment: ['COPILOT_HOME'],
  paths: ({ env, platform, home, configHome, folder, join }) => {
    const local = env('LOCALAPPDATA') ?? join(home, 'AppData', 'Local')
    const editors = join(platform === 'win32' ? local : configHome, 'github-copilot')
    return [
      joinPath(folder('COPILOT_HOME', '.copilot'), 'config.json'),
      join(editors, 'apps.json'),
      join(editors, 'hosts.json'),
    ]
  },
  entries(content, { name }) {
    if (name !== 'config.json') return editorLogins(parseJson(content))
    const tree = parseJsonText(content) // comments stand on top
    const config = tree && plainValue(tree)
    return isRecord(config) ? cliLogins(config) : undefined
  },
  login: {
    command: () => ['copilot', 'login', '--device-code'],
    warning:
      'Without a keychain it says that it worked and stores nothing, unless "storeTokenPlaintext": true stands in its settings.json.',
  },
})

/** `loggedInUsers` names them; a token is here or in the keychain, under "<host>:<login>", and once more with its kind behind. */
function cliLogins(config: JsonRecord): readonly FileEntry[] {
  const tokens = recordIn(config, 'authTokens')
  const users = Array.isArray(config.loggedInUsers) ? config.loggedInUsers : []
  const named = users.flatMap((user) => {
    const [host, login] = isRecord(user) ? [text(user.host), text(user.login)] : []
    return host && login ? [`${host}:${login}`] : []
  })
  const kept = Object.keys(tokens).map(
    (key) => /^(https?:\/\/[^/]+?:[^:]+)(?::[^:]+)?$/.exec(key)?.[1] ?? key,
  )
  return [...new Set([...named, ...kept])].map((name) => {
    const key = Object.keys(tokens).find((one) => one === name || one.startsWith(`${name}:`))
    const held = key === undefined ? undefined : tokens[key]
    return entryOf(name, isRecord(held) ? held.token : held)
  })
}

/** By host, or by "<host>:<client id>". */
function editorLogins(file: unknown): readonly FileEntry[] | undefined {
  if (!isRecord(file)) return undefined
  return Object.entries(file).flatMap(([key, about]) => {
    if (!isRecord(about)) return []
    const host = key.split(':')[0] ?? key
    return [entryOf(`https://${host}:${text(about.user) ?? 'unknown'}`, about.oauth_token)]
  })
}

function entryOf(name: string, token: unknown): FileEntry {
  const at = name.lastIndexOf(':')
  const [host, login] = [name.slice(0, at), name.slice(at + 1)]
  const account = { name: host === GITHUB ? login : `${login} at ${host.replace(/^https?:\/\//, '')}` }
  const credential = credentialOf({ kind: 'token', access: token, account })
  const common = { entry: `copilot:${name}`, label: 'GitHub Copilot', account, kind: 'token' } as const
  return credential
    ? { ...common, credential }
    : { ...common, note: 'GitHub Copilot keeps its token in the keychain.', inKeychain: keptFor(name) }
}

function keptFor(name: string): InKeychain {
  return {
    item: () => ({ service: 'copilot-cli', account: name, madeBy: 'keyring-rs' }),
    entries: (token) => [entryOf(name, token)],
  }
}
