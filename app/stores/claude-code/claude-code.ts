/**
 * Claude Code, `.credentials.json`: watched. Its maker restricts what others may do with its logins, so it is asked to
 * refresh only where the person wants that. On macOS its login is in the keychain, and read there.
 */
import { isRecord, type JsonRecord, parseJson } from '../../base/json.ts'
import { expandHome, join as joinPath } from '../../base/path.ts'
import type { Account } from '../../model/credential.ts'
import { accountOf, credentialOf, recordIn, timeOf } from '../shared/fields.ts'
import type { InKeychain } from '../shared/file-entry.ts'
import { type FileEntry, fileStore } from '../shared/file-store.ts'
import { mcpLogins } from '../shared/mcp-logins.ts'
import type { Where } from '../shared/where.ts'
import { claudeLocks } from './locks.ts'
import { askToRefresh, REFRESHES_WITHIN_MS, TIMEOUT_MS } from './refresh.ts'

const OWNER = 'Claude Code'
const LOGIN = { entry: 'claude-code:claude.ai', label: OWNER }

export const claudeCode = fileStore({
  id: 'claude-code',
  owner: OWNER,
  provider: 'anthropic',
  note: 'Claude Code renews it when it is used. Lamplighter only watches.',
  usesKeychain: true,
  environment: ['CLAUDE_CONFIG_DIR', 'CLAUDE_SECURESTORAGE_CONFIG_DIR'],
  paths: (where) => [joinPath(credentialFolder(where), '.credentials.json')],
  beside: ({ env, home }) => joinPath(expandHome(env('CLAUDE_CONFIG_DIR') ?? home, home), '.claude.json'),
  entries: (content, { beside }) => entriesIn(content, beside),
  elsewhere(beside, where) {
    const account = accountIn(beside)
    if (where.platform !== 'darwin' || Object.keys(account).length === 0) return []
    const note = 'Claude Code keeps its login in the keychain.'
    return [{ ...LOGIN, account, mode: 'watched', note, inKeychain: keptFor(where, beside) }]
  },
  login: { command: () => ['claude', 'auth', 'login'] },
  locks: claudeLocks,
  delegation: {
    timeoutMs: TIMEOUT_MS,
    withinMs: REFRESHES_WITHIN_MS,
    optIn: {
      note: 'Claude Code renews it when it is used, and when Lamplighter asks it to, as you wished.',
    },
    refresh: askToRefresh,
  },
})

function entriesIn(content: string, beside: string | undefined): readonly FileEntry[] | undefined {
  const file = parseJson(content)
  if (!isRecord(file)) return undefined
  const { claudeAiOauth, mcpOAuth } = file
  const own = isRecord(claudeAiOauth) ? [loginOf(claudeAiOauth, accountIn(beside))] : []
  return [...own, ...(mcpLogins(OWNER, mcpOAuth) ?? [])]
}

/** On macOS; another folder has another item, named by what the variable says, letter for letter. */
function keptFor({ env }: Where, beside: string): InKeychain {
  return {
    item({ random }) {
      const folder = env('CLAUDE_CONFIG_DIR')?.normalize('NFC')
      const suffix = folder === undefined ? '' : `-${random.sha256Hex(folder).slice(0, 8)}`
      return {
        service: `Claude Code-credentials${suffix}`,
        account: env('USER') ?? '',
        madeBy: 'security',
      }
    },
    // Claude Code refreshes it: whether a refresh of ours that is asked for has been stored could not be told by a file.
    entries: (text) => entriesIn(text, beside)?.map((one) => ({ ...one, mode: 'watched' })),
  }
}

/** The second variable counts as soon as it is defined: empty, it stands for the usual folder. */
function credentialFolder({ env, isDefined, folder, home }: Where): string {
  if (!isDefined('CLAUDE_SECURESTORAGE_CONFIG_DIR')) return folder('CLAUDE_CONFIG_DIR', '.claude')
  return expandHome(env('CLAUDE_SECURESTORAGE_CONFIG_DIR') ?? joinPath(home, '.claude'), home)
}

function loginOf(about: JsonRecord, account: Account): FileEntry {
  const { accessToken, refreshToken, expiresAt, refreshTokenExpiresAt, scopes } = about
  const credential = credentialOf({
    access: accessToken,
    refresh: refreshToken,
    expiresAtMs: timeOf(expiresAt, 'ms'),
    grantExpiresAtMs: timeOf(refreshTokenExpiresAt, 'ms'),
    scope: scopes,
    account,
  })
  const login = { ...LOGIN, account }
  if (!credential) return { ...login, mode: 'watched', ended: 'Anthropic refused the login of Claude Code.' }
  return { ...login, credential, ...(credential.refreshToken ? {} : { mode: 'watched' as const }) }
}

/** Who signed in last, as `.claude.json` has it. */
function accountIn(beside: string | undefined): Account {
  const about = recordIn(parseJson(beside ?? ''), 'oauthAccount')
  return accountOf({ id: about.accountUuid, email: about.emailAddress })
}
