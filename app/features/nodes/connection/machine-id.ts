/** Which machine this is: a random name in the state folder, so that two nodes know each other whatever they are called. */
import { z } from 'zod'
import { AppError } from '../../../base/errors.ts'
import { parseJson } from '../../../base/json.ts'
import type { Ports } from '../../../base/ports.ts'

const ID_BYTES = 12
const schema = z.looseObject({ id: z.string().regex(/^[\w-]{8,64}$/) })

/** @throws AppError STORE_CORRUPT, STORE_UNWRITABLE */
export async function machineId(ports: Pick<Ports, 'files' | 'random' | 'paths'>): Promise<string> {
  const path = `${ports.paths.state}/machine.json`
  const fresh = `${JSON.stringify({ version: 1, id: ports.random.token(ID_BYTES) })}\n`
  // Of several that start at once, one makes it and all read it.
  const text =
    (await ports.files.readTrusted(path)) ??
    ((await ports.files.createExclusive(path, fresh)) ? fresh : undefined)
  const found = schema.safeParse(parseJson(text ?? (await ports.files.readTrusted(path)) ?? ''))
  if (found.success) return found.data.id
  throw new AppError('STORE_CORRUPT', `${path} cannot be understood.`, {
    hint: 'Move it away: other machines will then take this one for a new one.',
  })
}
