import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isReported } from '../../../../app/platform/files/is-reported.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const ext4 = () => ({ type: 0xef53 })
const isReportedIn = (folder: string, statfs: typeof ext4): boolean => isReported(folder, folder, statfs)

describe.runIf(process.platform === 'linux')('isReported', () => {
  it('is true on a disk of this machine', () => {
    expect(isReportedIn(temporaryFolder(), ext4)).toBe(true)
  })

  it.each([
    ['a share (NFS)', 0x6969],
    ['a share (SMB)', -11317950], // 0xff534d42, as a signed number
    ['another program’s (FUSE)', 0x65735546],
    ['a virtual machine’s host (9p)', 0x01021997],
  ])('is false on %s', (_what, type) => {
    expect(isReportedIn(temporaryFolder(), () => ({ type }))).toBe(false)
  })

  it('knows a type that is told as a negative number', () => {
    expect(isReportedIn(temporaryFolder(), () => ({ type: 0x9123683e | 0 }))).toBe(true)
  })

  it('is false behind a link, and with a link inside: what they lead to changes elsewhere', () => {
    const root = temporaryFolder()
    const folder = join(root, 'folder')
    mkdirSync(folder)
    symlinkSync(folder, join(root, 'link'))
    expect(isReportedIn(join(root, 'link'), ext4)).toBe(false)
    expect(isReportedIn(folder, ext4)).toBe(true)
    writeFileSync(join(root, 'auth.json'), '{}')
    symlinkSync(join(root, 'auth.json'), join(folder, 'auth.json'))
    expect(isReportedIn(folder, ext4)).toBe(false)
  })

  it('asks of what lies beside the way to a folder that is not there yet nothing, and of the way that it is no link', () => {
    const home = temporaryFolder()
    symlinkSync(join(home, 'elsewhere'), join(home, '.vimrc'))
    expect(isReported(home, join(home, '.codex', 'sessions'), ext4)).toBe(true)
    symlinkSync(join(home, 'elsewhere'), join(home, '.codex')) // to nothing, until that comes
    expect(isReported(home, join(home, '.codex', 'sessions'), ext4)).toBe(false)
  })

  it('is false for what is not there', () => {
    expect(isReportedIn(join(temporaryFolder(), 'absent'), ext4)).toBe(false)
  })
})
