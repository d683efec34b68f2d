/** Every store there is, our own included: a new adapter is one more line here. */
import type { Ports } from '../base/ports.ts'
import type { StoreId } from '../model/holder.ts'
import type { Provider } from '../model/provider.ts'
import { awsLogin } from './aws-login.ts'
import { awsSso } from './aws-sso.ts'
import { azure } from './azure.ts'
import { claudeCode } from './claude-code/claude-code.ts'
import { codex } from './codex/codex.ts'
import { copilot } from './copilot.ts'
import { cursor } from './cursor.ts'
import { createDescribedFiles } from './described-file.ts'
import { geminiCli } from './gemini-cli.ts'
import { gh } from './gh.ts'
import { googleAdc } from './google-adc.ts'
import { grok } from './grok.ts'
import { kimiCli, kimiCode } from './kimi.ts'
import { mcpClients } from './mcp-clients.ts'
import { mcpRemote } from './mcp-remote/store.ts'
import { createOpenClawStore } from './openclaw/store.ts'
import { opencode } from './opencode.ts'
import { qwenCode } from './qwen-code.ts'
import type { Adapter } from './shared/file-store.ts'
import { NO_CHOICES, type ProgramChoices } from './shared/program-choices.ts'
import type { CredentialStore } from './store.ts'

/** Its name in config.json. */
export const OPENCLAW_ID: StoreId = 'openclaw'

/** The programs whose files are only read. */
export const ADAPTERS: readonly Adapter[] = [
  codex,
  claudeCode,
  grok,
  gh,
  copilot,
  googleAdc,
  azure,
  awsLogin,
  kimiCode,
  kimiCli,
  geminiCli,
  qwenCode,
  cursor,
  ...mcpClients,
]

/** Those whose files Lamplighter writes, too. */
export const WRITTEN = [opencode, mcpRemote, awsSso] as const

/** The variables that say where programs keep their files: a service that starts by itself must be given them. */
export const ADAPTER_ENVIRONMENT: readonly string[] = [
  'AWS_CONFIG_FILE', // which of the AWS CLI's profiles and sessions a sign-in is for
  ...new Set([...ADAPTERS, ...WRITTEN].flatMap(({ environment }) => environment)),
]

/** @param find by a provider's name or alias, as stores spell it */
export function createStores(
  ports: Ports,
  find: (name: string) => Provider | undefined,
  vault: CredentialStore,
  choices: ProgramChoices = NO_CHOICES,
): ReadonlyMap<StoreId, CredentialStore> {
  const all = [
    createOpenClawStore(ports, find),
    vault,
    ...ADAPTERS.map((adapter) => adapter(ports, choices)),
    ...WRITTEN.map((adapter) => adapter(ports)),
    createDescribedFiles(ports, choices),
  ]
  return new Map(all.map((store) => [store.id, store]))
}
