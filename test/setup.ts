/** Every test stays away from the real home; without this the core refuses to touch credential files. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const home = join(tmpdir(), `lamplighter-test-${randomBytes(6).toString('hex')}`) // made by whoever needs it
process.env['NODE_ENV'] = 'test'
process.env['LAMPLIGHTER_HOME'] = home
afterAll(() => rmSync(home, { recursive: true, force: true }))
