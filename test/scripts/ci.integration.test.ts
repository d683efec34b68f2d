import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/ci.mjs')

it.skipIf(process.platform !== 'linux')(
  'a step that lacks a program fails, and is summed up like any other',
  () => {
    const folder = temporaryFolder()
    const env = { PATH: '', TMPDIR: folder }
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, 'integration'], { env, encoding: 'utf8' })
    expect(stdout).toMatch(/^integration +FAILED: This system lacks openssl/m)
    expect(stdout.trimEnd()).toMatch(/\n0 passed, 1 failed$/)
    expect(status).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  },
)

it('leaves nothing behind when it does not know a step', () => {
  const folder = temporaryFolder()
  spawnSync(process.execPath, [SCRIPT, 'no-such-step'], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder },
  })
  expect(readdirSync(folder)).toEqual([])
})
