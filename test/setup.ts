/** Every test stays away from the real home; without this the core refuses to touch credential files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.env['NODE_ENV'] = 'test'
if (process.env['LAMPLIGHTER_HOME'] === undefined) {
  const home = mkdtempSync(join(tmpdir(), 'lamplighter-test-'))
  process.env['LAMPLIGHTER_HOME'] = home
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
}
