/** The providers as they are shipped, by any name a store may use. */
import { anthropic } from '../../../../app/providers/anthropic.ts'
import { githubCopilot } from '../../../../app/providers/github-copilot.ts'
import { openaiCodex } from '../../../../app/providers/openai-codex.ts'
import type { Provider } from '../../../../app/providers/provider.ts'
import { qwenPortal } from '../../../../app/providers/qwen-portal.ts'
import { xai } from '../../../../app/providers/xai.ts'

export function findBuiltIn(name: string): Provider | undefined {
  return [anthropic, githubCopilot, openaiCodex, qwenPortal, xai].find(
    (provider) => provider.id === name || provider.aliases?.includes(name),
  )
}
