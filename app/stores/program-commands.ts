/** The command of each program, and whether it says its version without looking at anything else: never a login. */
import type { StoreId } from '../model/holder.ts'

export interface ProgramCommand {
  readonly name: string
  /** What prints the version, seen or read to do nothing besides; absent: the program is not run. */
  readonly version?: readonly string[]
}

export const PROGRAM_COMMANDS: Readonly<Record<StoreId, ProgramCommand>> = {
  openclaw: { name: 'openclaw' },
  codex: { name: 'codex', version: ['--version'] },
  'claude-code': { name: 'claude', version: ['--version'] },
  grok: { name: 'grok', version: ['--version'] },
  gh: { name: 'gh', version: ['--version'] },
  copilot: { name: 'copilot' },
  'google-adc': { name: 'gcloud' },
  azure: { name: 'az' },
  'aws-sso': { name: 'aws', version: ['--version'] },
  'aws-login': { name: 'aws', version: ['--version'] },
  opencode: { name: 'opencode', version: ['--version'] },
  'mcp-remote': { name: 'mcp-remote' },
  'kimi-code': { name: 'kimi', version: ['--version'] },
  'kimi-cli': { name: 'kimi' },
  'gemini-cli': { name: 'gemini' },
  'qwen-code': { name: 'qwen' },
  cursor: { name: 'cursor-agent' },
}
