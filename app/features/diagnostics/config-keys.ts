/** Which settings config.json has, by name: a value could be anything, so none is shown. */

import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'

const MAX_DEPTH = 4

export async function configKeys(files: Ports['files'], path: string): Promise<readonly string[]> {
  const text = await files.read(path)
  if (text === undefined) return []
  const raw = parseJson(text)
  return raw === undefined ? ['config.json is not JSON'] : namesIn(raw, '', MAX_DEPTH)
}

function namesIn(value: unknown, prefix: string, depth: number): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const below = namesIn(inner, path, depth - 1)
    return below.length > 0 ? below : [path]
  })
}
