/** Files that others share with us, and files that are mounted by themselves: rewritten without taking them away from anybody. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleForNode } from '../../support/bundle.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ME = 1000
const SOMEBODY = 1001
const GROUP = 44
const isRoot = process.platform === 'linux' && process.getuid?.() === 0
const canBecome = isRoot && spawnSync('setpriv', ['--version']).status === 0
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0

let program = ''
beforeAll(async () => {
  program = await bundleForNode('test/support/rewrite.ts', 'platform-rewrite')
})

/** In a folder that anybody may write. */
function fileOf(owner: number, mode: number): string {
  const path = join(temporaryFolder(), 'shared', 'auth-profiles.json')
  mkdirSync(dirname(path))
  chmodSync(dirname(dirname(path)), 0o755)
  chmodSync(dirname(path), 0o777)
  writeFileSync(path, 'old')
  chownSync(path, owner, GROUP)
  chmodSync(path, mode)
  return path
}

function rewrite(path: string, groups: readonly string[]): void {
  const who = [`--reuid=${ME}`, `--regid=${ME}`, ...groups]
  const { stderr } = spawnSync('setpriv', [...who, process.execPath, program, path, 'new'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(dirname(path))).toEqual(['auth-profiles.json'])
}

describe.skipIf(!canBecome)('a file that is shared', () => {
  it('keeps its group although its owner cannot be kept', () => {
    const path = fileOf(SOMEBODY, 0o660)
    rewrite(path, [`--groups=${GROUP}`])
    expect(statSync(path)).toMatchObject({ gid: GROUP })
    expect(statSync(path).mode & 0o777).toBe(0o660)
  })

  it('stays the same file where a new one would shut its group out', () => {
    const path = fileOf(ME, 0o640)
    const { ino } = statSync(path)
    rewrite(path, ['--clear-groups'])
    expect(statSync(path)).toMatchObject({ gid: GROUP, ino })
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })
})

describe.skipIf(!canMount)('a file that is mounted by itself', () => {
  it('is written in place', () => {
    const folder = temporaryFolder()
    const [real, mounted] = [join(folder, 'real.json'), join(folder, 'mounted.json')]
    for (const path of [real, mounted]) writeFileSync(path, 'old and longer than the new')
    const script = 'mount --bind "$1" "$2" && exec "$3" "$4" "$2" new'
    const args = ['-m', 'sh', '-c', script, 'sh', real, mounted, process.execPath, program]
    const { stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(readFileSync(real, 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['mounted.json', 'real.json'])
  })
})
