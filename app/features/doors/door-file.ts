/** The doors for guests, as `doors.json` of the state folder keeps them: no key in it, only its digest. Pure but for the file. */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { NAME } from '../../config/words.ts'

const doorSchema = z.object({
  name: z.string().regex(NAME),
  /** Ids of profiles. */
  logins: z.array(z.string()).min(1),
  /** Epoch milliseconds; absent: until it is removed. */
  untilMs: z.number().optional(),
  /** In the file system, or on 127.0.0.1 with a key. */
  at: z.union([
    z.object({ socket: z.string() }),
    z.object({ port: z.number().int().min(1).max(65_535), keySha256: z.string() }),
  ]),
})
export type Door = Readonly<z.infer<typeof doorSchema>>

const fileSchema = z.object({ version: z.literal(1), doors: z.array(doorSchema) })

type FilePorts = Pick<Ports, 'files' | 'paths'>

export function doorsPath({ paths }: Pick<Ports, 'paths'>): string {
  return join(paths.state, 'doors.json')
}

/** @throws AppError STORE_UNREADABLE, CONFIG_INVALID */
export async function readDoors(ports: FilePorts): Promise<readonly Door[]> {
  const path = doorsPath(ports)
  const text = await ports.files.readTrusted(path)
  if (text === undefined) return []
  const parsed = fileSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data.doors
  throw new AppError('CONFIG_INVALID', `${path} is not as Lamplighter wrote it, so no door is open.`, {
    hint: `Remove it, and open the doors again: lamplighter door add`,
  })
}

/** @throws AppError STORE_UNWRITABLE */
export async function writeDoors(ports: FilePorts, doors: readonly Door[]): Promise<void> {
  await ports.files.writeAtomic(doorsPath(ports), `${JSON.stringify({ version: 1, doors }, null, 2)}\n`)
}
