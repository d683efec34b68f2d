/** Every test stays away from the real home; without this the core refuses to touch credential files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'lamplighter-test-'))
process.env['NODE_ENV'] = 'test'
process.env['LAMPLIGHTER_HOME'] = home
afterAll(() => rmSync(home, { recursive: true, force: true }))
