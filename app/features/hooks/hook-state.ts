/** hooks.json in the state folder: what hooks were told, and which of them failed last. */
import { z } from 'zod'
import type { Ports } from '../../base/ports.ts'
import { HOOK_NAMES, type HookName } from '../../config/hooks.ts'
import type { Told } from './hook-events.ts'

const schema = z.object({
  version: z.literal(1),
  told: z.record(z.string(), z.array(z.enum(['needs-login', 'expiring']))),
  failures: z.partialRecord(
    z.enum(HOOK_NAMES),
    z.object({ atMs: z.number(), why: z.string(), output: z.string() }),
  ),
})

export interface HookFailure {
  readonly atMs: number
  /** "ended with 3", "was stopped after 30 s". */
  readonly why: string
  /** What it printed, shortened; no secrets that can be recognised. */
  readonly output: string
}

export interface HookNotes {
  readonly told: Told
  readonly failures: Readonly<Partial<Record<HookName, HookFailure>>>
}

const NOTHING: HookNotes = { told: {}, failures: {} }

type NotePorts = Pick<Ports, 'files' | 'log' | 'paths'>

export async function readHookNotes({ files, log, paths }: NotePorts): Promise<HookNotes> {
  const path = pathIn(paths)
  try {
    const text = await files.read(path)
    if (text === undefined) return NOTHING
    const { told, failures } = schema.parse(JSON.parse(text))
    return { told, failures }
  } catch {
    // A person told twice is better than one who is not told.
    log.warn('the note about hooks is not understood and is ignored', { path })
    return NOTHING
  }
}

export function writeHookNotes({ files, paths }: NotePorts, notes: HookNotes): Promise<void> {
  const text = `${JSON.stringify({ version: 1, ...notes })}\n`
  return files.writeAtomic(pathIn(paths), text, { mayBeLost: true })
}

function pathIn(paths: Ports['paths']): string {
  return `${paths.state}/hooks.json`
}
