import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beginningOf } from '../../../../app/cli/io/given-file.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

describe('a file that a person named', () => {
  it('is read to its end, or as far as is enough', async () => {
    const path = join(temporaryFolder(), 'x')
    writeFileSync(path, 'one\ntwo\n')
    expect(await beginningOf(path, 'It', 100)).toBe('one\ntwo\n')
    expect(await beginningOf(path, 'It', 5)).toBe('one\nt')
    await expect(beginningOf(`${path}-`, 'It', 100)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it.skipIf(process.platform === 'win32')('may be a pipe whose writer takes its time', async () => {
    const path = join(temporaryFolder(), 'x')
    execFileSync('mkfifo', [path])
    const writer = spawn('sh', ['-c', 'exec > "$0"; echo said; sleep 0.1; echo late', path])
    // It stands in the door until somebody reads.
    await expect.poll(() => beginningOf(path, 'It', 100)).toBe('said\nlate\n')
    if (writer.exitCode === null) await once(writer, 'exit')
  })

  it.skipIf(process.platform === 'win32')('may be a pipe at which nobody is, or a device', async () => {
    const path = join(temporaryFolder(), 'x')
    execFileSync('mkfifo', [path])
    expect(await beginningOf(path, 'It', 100)).toBe('')
    expect(await beginningOf('/dev/zero', 'It', 100)).toHaveLength(100)
  })
})
