/** What one import did, kept beside the files it changed: enough to say so after a restart, and to take it back. */
import { z } from 'zod'
import type { Failure } from '../../../contract/failure.ts'
import type { ImportResultView } from '../../../contract/views.ts'

const VERSION = 1

const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  detail: z.string().optional(),
})

const holderSchema = z.object({
  store: z.string(),
  id: z.string(),
  label: z.string(),
  path: z.string(),
  entry: z.string(),
})

const changeSchema = z.object({
  rowId: z.string(),
  holder: holderSchema,
  /** `planned`: about to be written, and nobody lived to say whether it was. */
  state: z.enum(['planned', 'written', 'untouched', 'restored', 'left']),
  /** Random.seal over encodeCredential; absent: the entry was not there before. */
  before: z.string().optional(),
  after: z.string(),
})

const fileSchema = z.object({
  path: z.string(),
  /** In the backup's folder. */
  copy: z.string(),
  /** Permission bits, 0o777. The copy itself is 0600. */
  mode: z.number().int(),
  /** SHA-256 of the text as the import last saw or left it. */
  now: z.string(),
  /** Others wrote it between two of our writes: the copy as a whole is no longer what was there before ours. */
  mixed: z.boolean().optional(),
})

const manifestSchema = z.object({
  version: z.literal(VERSION),
  id: z.string(),
  atMs: z.number(),
  source: z.string(),
  imported: z.array(
    z.object({
      rowId: z.string(),
      providerId: z.string(),
      account: z.string(),
      targets: z.array(z.string()),
    }),
  ),
  troubles: z.array(z.object({ rowId: z.string(), failure: failureSchema })),
  changes: z.array(changeSchema),
  files: z.array(fileSchema),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Change = Manifest['changes'][number]
export type KeptFile = Manifest['files'][number]

export function newManifest(id: string, atMs: number, source: string): Manifest {
  return { version: VERSION, id, atMs, source, imported: [], troubles: [], changes: [], files: [] }
}

/** Undefined when it is not understood. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export function resultOf(manifest: Manifest, folder: string): ImportResultView {
  const { id, atMs, imported, troubles, changes } = manifest
  const open = changes.some(({ state }) => state === 'written' || state === 'planned')
  const told = troubles.map(({ rowId, failure }) => ({ rowId, failure: failure as Failure }))
  const cutShort = changes.filter(({ state }) => state === 'planned')
  return {
    id,
    atMs,
    imported: imported.map(({ rowId, account, targets }) => ({ rowId, account, targets })),
    troubles: [...told, ...cutShort.map(({ rowId, holder }) => ({ rowId, failure: unsure(holder.label) }))],
    backup: folder,
    undone: !open && changes.some(({ state }) => state === 'restored' || state === 'left'),
  }
}

function unsure(label: string): Failure {
  return {
    code: 'OUTCOME_UNKNOWN',
    message: `The import was cut short while it wrote to ${label}.`,
    hint: 'Take the import back to be sure, then choose the file again.',
  }
}
