/** Kimi Code and the older kimi-cli: tokens of a quarter of an hour, which they renew while they run, under locks of their own. */
import { isRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import { text } from '../oauth/jwt.ts'
import { credentialOf, timeOf } from './shared/fields.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'

const FILE_END = '.json'

export const kimiCode = fileStore({
  id: 'kimi-code',
  owner: 'Kimi Code',
  provider: 'kimi-code',
  note: 'Kimi Code renews it as soon as it is used; while nobody uses it, it expires.',
  environment: ['KIMI_CODE_HOME'],
  paths: ({ folder }) => [joinPath(folder('KIMI_CODE_HOME', '.kimi-code'), 'credentials', `*${FILE_END}`)],
  entries: (content, { name }) => loginIn('Kimi Code', content, name),
  login: { command: () => ['kimi', 'login'] },
})

export const kimiCli = fileStore({
  id: 'kimi-cli',
  owner: 'kimi-cli',
  provider: 'kimi-code',
  note: 'kimi-cli renews it while it runs; while nobody uses it, it expires.',
  environment: ['KIMI_SHARE_DIR'],
  paths: ({ folder }) => [joinPath(folder('KIMI_SHARE_DIR', '.kimi'), 'credentials', `*${FILE_END}`)],
  entries: (content, { name }) => loginIn('kimi-cli', content, name),
  login: { command: () => ['kimi', 'login'] },
})

/** A file for each host. What Kimi refused is left empty, with its scope. */
function loginIn(owner: string, content: string, name: string): readonly FileEntry[] | undefined {
  const file = parseJson(content)
  if (!isRecord(file) || !('access_token' in file)) return undefined
  const host = name.slice(0, -FILE_END.length)
  const credential = credentialOf({
    access: file.access_token,
    refresh: file.refresh_token,
    expiresAtMs: timeOf(file.expires_at, 's'),
    scope: file.scope,
  })
  const isEmpty = file.access_token === '' && text(file.refresh_token) === undefined
  return [
    {
      entry: `kimi:${host}`,
      label: owner,
      account: {},
      ...(credential ? { credential } : {}),
      ...(isEmpty ? { ended: `Kimi refused the login, and ${owner} has emptied its file.` } : {}),
    },
  ]
}
