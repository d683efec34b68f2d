/** What we want to know from `openclaw.json` (JSON5). Anything unexpected in it is left out, for it is not ours. Pure. */
import { z } from 'zod'
import { parseJsonText, plainValue } from '../shared/json-tree.ts'

const agentSchema = z.looseObject({ id: z.string().optional(), agentDir: z.string().optional() })

/** Each part is read by itself: a surprise in one must not hide the others. */
const configSchema = z.looseObject({
  meta: z.looseObject({ lastTouchedVersion: z.string().optional() }).optional().catch(undefined),
  agents: z
    .looseObject({ list: z.array(agentSchema.or(z.unknown())).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

export type OpenClawConfig = z.infer<typeof configSchema>

/** Undefined when the text is no JSON5 object; `$include` is not followed. */
export function parseConfig(text: string): OpenClawConfig | undefined {
  const node = parseJsonText(text)
  return node?.kind === 'object' ? (configSchema.safeParse(plainValue(node)).data ?? {}) : undefined
}

/** Agents whose folder was moved with `agentDir`. */
export function agentFoldersIn(
  config: OpenClawConfig,
): readonly { readonly id: string; readonly folder: string }[] {
  return (config.agents?.list ?? []).flatMap((raw) => {
    const agent = agentSchema.safeParse(raw).data
    const folder = agent?.agentDir?.trim()
    return folder ? [{ id: agent?.id?.trim().toLowerCase() || 'main', folder }] : []
  })
}

/** "2026.3.13" -> [2026, 3, 13]; undefined when nobody wrote a version. */
export function versionIn(config: OpenClawConfig): readonly number[] | undefined {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/.exec(config.meta?.lastTouchedVersion?.trim() ?? '')
  return parts ? parts.slice(1).map(Number) : undefined
}

/** Is `version` older than `than`? An unknown version is not. */
export function isOlder(
  version: readonly number[] | undefined,
  than: readonly [number, number, number],
): boolean {
  if (!version) return false
  for (const [index, part] of than.entries()) {
    const own = version[index] ?? 0
    if (own !== part) return own < part
  }
  return false
}
