/** Every program that can be connected, in the order in which they are shown. */
import type { Consumer } from './consumer.ts'
import { aws } from './consumers/aws.ts'
import { cargo } from './consumers/cargo.ts'
import { claudeCode } from './consumers/claude-code.ts'
import { claudeCodeMcp } from './consumers/claude-code-mcp.ts'
import { codex } from './consumers/codex.ts'
import { docker } from './consumers/docker.ts'
import { gcloud } from './consumers/gcloud.ts'
import { git } from './consumers/git.ts'
import { kubectl } from './consumers/kubectl.ts'
import { mbsync, msmtp, neomutt } from './consumers/mail.ts'
import { MCP_CLIENTS } from './consumers/mcp-clients.ts'
import { npm } from './consumers/npm.ts'
import { openclaw } from './consumers/openclaw.ts'
import { pip } from './consumers/pip.ts'
import { pnpm } from './consumers/pnpm.ts'
import { terraform } from './consumers/terraform.ts'

export const CONSUMERS: readonly Consumer[] = [
  git,
  aws,
  gcloud,
  claudeCode,
  claudeCodeMcp,
  codex,
  docker,
  kubectl,
  cargo,
  npm,
  pnpm,
  pip,
  terraform,
  msmtp,
  mbsync,
  neomutt,
  openclaw,
  ...MCP_CLIENTS,
]
