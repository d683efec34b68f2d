import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleForNode } from '../../support/bundle.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A group of ours that a user namespace with nobody but ourselves in it does not know. */
const other = process.getuid?.() === 0 ? 44 : process.getgroups?.().find((id) => id !== process.getgid?.())
const canTry = process.platform === 'linux' && spawnSync('unshare', ['-r', 'true']).status === 0

describe.skipIf(!canTry || other === undefined)('in a rootless container', () => {
  it('a file of a group that is unknown there is written all the same', async () => {
    const path = join(temporaryFolder(), 'auth-profiles.json')
    writeFileSync(path, 'old')
    chownSync(path, process.getuid?.() ?? 0, other ?? 0)
    chmodSync(path, 0o640)
    const program = await bundleForNode('test/support/rewrite.ts', 'platform-rewrite')
    const { stderr } = spawnSync('unshare', ['-r', process.execPath, program, path, 'new'], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })
})
