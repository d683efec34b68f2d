/** Every test stays away from the real home; without this the core refuses to touch credential files. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.env['NODE_ENV'] = 'test'
process.env['LAMPLIGHTER_HOME'] ??= mkdtempSync(join(tmpdir(), 'lamplighter-test-'))
