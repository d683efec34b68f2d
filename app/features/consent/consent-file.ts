/** consent.json in the state folder: what a person answered, by program and login. */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'

const answer = z.object({
  program: z.object({ name: z.string(), isKnown: z.boolean() }),
  /** The profile's id. */
  login: z.string(),
  isAllowed: z.boolean(),
  /** Epoch milliseconds; absent: until it is taken back. */
  untilMs: z.number().exactOptional(),
  atMs: z.number(),
})
export type KeptAnswer = Readonly<z.infer<typeof answer>>

const schema = z.object({ version: z.literal(1), answers: z.array(answer) })

type FilePorts = Pick<Ports, 'files' | 'paths'>

/** @throws AppError STORE_UNREADABLE, CONFIG_INVALID: then no program that has to be allowed is */
export async function readConsent({ files, paths }: FilePorts): Promise<readonly KeptAnswer[]> {
  const path = pathIn(paths)
  const text = await files.readTrusted(path)
  if (text === undefined) return []
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data.answers
  throw new AppError('CONFIG_INVALID', `${path} is not as Lamplighter wrote it, so it allows nothing.`, {
    hint: 'Remove it, and allow the programs again: lamplighter allow',
  })
}

/** @throws AppError STORE_UNWRITABLE */
export async function writeConsent(
  { files, paths }: FilePorts,
  answers: readonly KeptAnswer[],
): Promise<void> {
  await files.writeAtomic(pathIn(paths), `${JSON.stringify({ version: 1, answers }, null, 2)}\n`)
}

function pathIn(paths: Ports['paths']): string {
  return join(paths.state, 'consent.json')
}
