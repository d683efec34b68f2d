/** askers.json in the state folder. */
import { z } from 'zod'
import type { Ports } from '../../base/ports.ts'

const failure = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  detail: z.string().optional(),
  atMs: z.number(),
})
const asker = z.object({
  program: z.string(),
  isKnown: z.boolean().default(false),
  login: z.string(),
  use: z.string().optional(),
  /** How often it was given a token. */
  times: z.number(),
  /** The same by hour, counted from 1970; of the last day. */
  hours: z.record(z.string(), z.number()),
  lastAtMs: z.number(),
  refusedTimes: z.number(),
  refusal: failure.optional(),
})
const schema = z.object({ version: z.literal(1), askers: z.array(asker) })

export interface Asker {
  readonly program: string
  readonly isKnown: boolean
  readonly login: string
  readonly use?: string
  times: number
  hours: Record<number, number>
  lastAtMs: number
  refusedTimes: number
  refusal?: { readonly code: string; readonly message: string; readonly hint?: string; readonly atMs: number }
}

type AskerPorts = Pick<Ports, 'files' | 'log' | 'paths'>

export async function readAskers({ files, log, paths }: AskerPorts): Promise<readonly Asker[]> {
  try {
    const text = await files.read(pathIn(paths))
    return text === undefined ? [] : (schema.parse(JSON.parse(text)).askers as readonly Asker[])
  } catch (error) {
    log.warn('what is noted of who asked for tokens cannot be read, and begins anew', { error })
    return []
  }
}

export async function writeAskers({ files, paths }: AskerPorts, askers: readonly Asker[]): Promise<void> {
  await files.writeAtomic(pathIn(paths), `${JSON.stringify({ version: 1, askers })}\n`, { mayBeLost: true })
}

function pathIn(paths: Ports['paths']): string {
  return `${paths.state}/askers.json`
}
