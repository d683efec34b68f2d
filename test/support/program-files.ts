/** The files of other programs as each known version writes them, and what is read there. */
import { readFileSync } from 'node:fs'
import type { OwnershipMode } from '../../app/contract/views.ts'
import type { Entry, StoreId } from '../../app/model/holder.ts'
import { ADAPTERS } from '../../app/stores/registry.ts'
import type { Adapter } from '../../app/stores/shared/file-store.ts'
import type { CredentialStore } from '../../app/stores/store.ts'
import { QuickClock } from '../fakes/clock.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'

export interface ProgramFile {
  readonly store: StoreId
  /** In test/fixtures/programs. */
  readonly fixture: string
  /** Where it lies on a Linux machine. */
  readonly path: string
  /** Every entry that is read, its name and who renews it, in order. */
  readonly entries: readonly (readonly [entry: string, mode: OwnershipMode])[]
  /** Of the first entry. */
  readonly provider: string
  /** The access token of the first entry; absent where none is read. */
  readonly access?: string
  /** Whether it ends at ENDS_AT_MS. */
  readonly ends?: true
  /** What the program never writes. */
  readonly broken: readonly string[]
}

export const ENDS_AT_MS = Date.UTC(2026, 11, 1)
const HOME = '/home/ada'
const NO_RECORD = ['', '[]', 'null', '{"a":']

export const PROGRAM_FILES: readonly ProgramFile[] = [
  ...['codex-0.171.0.json', 'codex-before-0.17.json'].map(
    (fixture): ProgramFile => ({
      store: 'codex',
      fixture,
      path: `${HOME}/.codex/auth.json`,
      entries: [['codex:chatgpt', 'delegated']],
      provider: 'openai-codex',
      ends: true,
      broken: NO_RECORD,
    }),
  ),
  {
    store: 'claude-code',
    fixture: 'claude-code-2.1.332.json',
    path: `${HOME}/.claude/.credentials.json`,
    entries: [
      ['claude-code:claude.ai', 'watched'],
      ['mcp:notes|0123456789abcdef', 'watched'],
    ],
    provider: 'anthropic',
    access: 'sk-ant-oat01-CANARY',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'grok',
    fixture: 'grok-1.0.41.json',
    path: `${HOME}/.grok/auth.json`,
    entries: [
      ['grok:xai', 'watched'],
      ['grok:api-key', 'watched'],
    ],
    provider: 'xai',
    access: 'eyJ.CANARY',
    ends: true,
    broken: ['[]', 'null', '{"a":'],
  },
  ...['gh-2.23.0.yml', 'gh-2.40.yml'].map(
    (fixture): ProgramFile => ({
      store: 'gh',
      fixture,
      path: `${HOME}/.config/gh/hosts.yml`,
      entries: [['github.com:ada', 'watched']],
      provider: 'github-cli',
      access: 'gho_CANARY',
      broken: ['- github.com', 'github.com: [', '"text"'],
    }),
  ),
  {
    store: 'copilot',
    fixture: 'copilot-1.0.102.json',
    path: `${HOME}/.copilot/config.json`,
    entries: [['copilot:https://github.com:ada', 'watched']],
    provider: 'github-copilot',
    access: 'gho_CANARY',
    broken: NO_RECORD,
  },
  {
    store: 'copilot',
    fixture: 'copilot-editors-apps.json',
    path: `${HOME}/.config/github-copilot/apps.json`,
    entries: [['copilot:https://github.com:ada', 'watched']],
    provider: 'github-copilot',
    access: 'gho_CANARY',
    broken: NO_RECORD,
  },
  {
    store: 'google-adc',
    fixture: 'gcloud-528.json',
    path: `${HOME}/.config/gcloud/application_default_credentials.json`,
    entries: [['google-adc:default', 'watched']],
    provider: 'google-adc',
    broken: [...NO_RECORD, '{"refresh_token":"CANARY"}'],
  },
  {
    store: 'azure',
    fixture: 'azure-2.45.0.json',
    path: `${HOME}/.azure/msal_token_cache.json`,
    entries: [['azure:ada@example.test', 'delegated']],
    provider: 'azure-cli',
    access: 'CANARYat',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'aws-login',
    fixture: 'aws-login-2.32.json',
    path: `${HOME}/.aws/login/cache/0123456789abcdef0123456789abcdef.json`,
    entries: [['aws-login:0123456789ab', 'watched']],
    provider: 'aws',
    access: 'CANARYsession',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'kimi-code',
    fixture: 'kimi-code-2.1.0.json',
    path: `${HOME}/.kimi-code/credentials/kimi-code.json`,
    entries: [['kimi:kimi-code', 'watched']],
    provider: 'kimi-code',
    access: 'CANARYa',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'kimi-cli',
    fixture: 'kimi-cli-1.49.0.json',
    path: `${HOME}/.kimi/credentials/kimi-code.json`,
    entries: [['kimi:kimi-code', 'watched']],
    provider: 'kimi-code',
    access: 'CANARYa',
    broken: NO_RECORD,
  },
  {
    store: 'gemini-cli',
    fixture: 'gemini-cli-0.61.0.json',
    path: `${HOME}/.gemini/oauth_creds.json`,
    entries: [['gemini-cli:google', 'watched']],
    provider: 'google-gemini-cli',
    access: 'ya29.CANARY',
    ends: true,
    broken: [...NO_RECORD, '{}'],
  },
  {
    store: 'qwen-code',
    fixture: 'qwen-code-0.24.4.json',
    path: `${HOME}/.qwen/oauth_creds.json`,
    entries: [['qwen-code:qwen', 'watched']],
    provider: 'qwen-portal',
    access: 'CANARYa',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'cursor',
    fixture: 'cursor-2026.06.json',
    path: `${HOME}/.cursor/cli-config.json`,
    entries: [['cursor:session', 'watched']],
    provider: 'cursor',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'cursor',
    fixture: 'cursor-auth.json',
    path: `${HOME}/.config/cursor/auth.json`,
    entries: [['cursor:session', 'watched']],
    provider: 'cursor',
    ends: true,
    broken: NO_RECORD,
  },
  {
    store: 'codex-mcp',
    fixture: 'codex-mcp-0.171.0.json',
    path: `${HOME}/.codex/.credentials.json`,
    entries: [['mcp:notes|https://mcp.notes.test/mcp', 'watched']],
    provider: 'mcp.notes.test',
    access: 'CANARYa',
    ends: true,
    broken: ['', 'null', '7', '{"a":'],
  },
  ...[
    ['gemini-mcp', `${HOME}/.gemini/mcp-oauth-tokens.json`] as const,
    ['qwen-mcp', `${HOME}/.qwen/mcp-oauth-tokens.json`] as const, // made from the same source
    ['antigravity-mcp', `${HOME}/.gemini/antigravity-cli/mcp_oauth_tokens.json`] as const,
  ].map(
    ([store, path]): ProgramFile => ({
      store,
      fixture: 'gemini-mcp-0.61.0.json',
      path,
      entries: [['mcp:notes', 'watched']],
      provider: 'mcp.notes.test',
      access: 'CANARYa',
      ends: true,
      broken: ['', 'null', '7', '{"a":'],
    }),
  ),
]

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/programs/${name}`, import.meta.url), 'utf8')
}

export function adapterOf(id: StoreId): Adapter {
  const found = ADAPTERS.find((adapter) => adapter.id === id)
  if (!found) throw new Error(`no adapter is called ${id}`)
  return found
}

/** A machine in memory with one such file. */
export function machineWith(file: Pick<ProgramFile, 'store' | 'path'>, text: string) {
  const ports: FakePorts = createFakePorts({ clock: new QuickClock() })
  ports.files.put(file.path, text)
  return { ports, store: adapterOf(file.store)(ports) }
}

export async function onlyEntry(store: CredentialStore): Promise<Entry> {
  const { entries } = await store.scan()
  if (!entries[0] || entries.length > 1) throw new Error(`${entries.length} logins`)
  return entries[0]
}
