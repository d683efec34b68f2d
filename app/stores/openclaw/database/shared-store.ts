/** Which row do agents share? `auth.sharedStore` in OpenClaw's own database says it. */

import { AppError } from '../../../base/errors.ts'
import { parseJson } from '../../../base/json.ts'
import { join } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import { keptOtherwise, sharedLocationIn } from './login-row.ts'

export interface SharedStore {
  readonly path: string
  /** `state-db`: the row in this database. `legacy-main`: the one of the agent `main`. Absent: it does not say. */
  readonly location?: 'state-db' | 'legacy-main'
  /** Why its logins cannot be told. */
  readonly trouble?: AppError
}

const SMALLEST_DATABASE = 512 // bytes: one page of the smallest size; an empty file is no database

/** Undefined where there is no such database. */
export async function findSharedStore(
  { databases, files }: Pick<Ports, 'databases' | 'files'>,
  state: string,
): Promise<SharedStore | undefined> {
  const path = join(state, 'state', 'openclaw.sqlite')
  if (!(await isDatabase(files, path))) return undefined
  let text: string | undefined
  try {
    text = await sharedLocationIn(databases, path)
  } catch (error) {
    if (error instanceof AppError) return { path, trouble: error }
    throw error
  }
  if (text === undefined) return { path }
  const location = (parseJson(text) as { readonly location?: unknown } | null | undefined)?.location
  // OpenClaw refuses to start with anything else.
  return location === 'state-db' || location === 'legacy-main'
    ? { path, location }
    : { path, trouble: keptOtherwise(path) }
}

export async function isDatabase(files: Ports['files'], path: string): Promise<boolean> {
  const found = await files.stat(path)
  return found?.kind === 'file' && found.size >= SMALLEST_DATABASE
}
