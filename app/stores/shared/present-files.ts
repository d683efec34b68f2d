/** Which files there are: a `*` in a name stands for anything. */
import { folderOf, join, nameOf } from '../../base/path.ts'
import type { Files } from '../../base/ports.ts'

/** The paths as they are, whether they are there or not, and for a pattern the files that fit it now. */
export async function presentFiles(
  files: Pick<Files, 'list'>,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const paths: string[] = []
  for (const pattern of patterns) {
    const [before = '', after] = nameOf(pattern).split('*')
    if (after === undefined) paths.push(pattern)
    else {
      const names = await files.list(folderOf(pattern))
      const fits = (name: string): boolean =>
        name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after)
      paths.push(...names.filter(fits).map((name) => join(folderOf(pattern), name)))
    }
  }
  return paths
}
