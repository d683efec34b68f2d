/** The file of `lamplighter run --file`, and what becomes of it when nobody is left to take it away. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createTokenFile } from '../../../../app/cli/commands/token-file.ts'
import { FakeFiles } from '../../../fakes/files.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { FakeProcess } from '../../../fakes/process.ts'

const PATH = '/home/ada/run/deep/token'
const NOTES = `${FAKE_PATHS.state}/token-files`

let files: FakeFiles
beforeEach(async () => {
  files = new FakeFiles()
  await files.makeFolder('/home/ada')
})

function run(pid: number, path = PATH) {
  const process = new FakeProcess({ pid })
  return { process, file: createTokenFile(createFakePorts({ files, process }), path) }
}

const isThere = async (path: string) => (await files.stat(path)) !== undefined

describe('the file of run --file', () => {
  it('goes with the folders that were made for it, and the note of it', async () => {
    const { file } = run(1)
    await file.write('CANARY-1')
    await file.write('CANARY-2')
    expect(files.text(PATH)).toBe('CANARY-2')
    expect(JSON.stringify(await notes())).not.toContain('CANARY')
    await file.remove()
    expect([await isThere('/home/ada/run'), await isThere('/home/ada'), await notes()]).toEqual([
      false,
      true,
      [],
    ])
  })

  it('is taken away by the next one where its process was killed, folders and all', async () => {
    await run(1).file.write('CANARY-1')
    const next = run(2, '/home/ada/other')
    await next.file.write('CANARY-2')
    expect([await isThere('/home/ada/run'), (await notes()).length]).toEqual([false, 1])
  })

  it('stays while its process lives, and where somebody else has written since', async () => {
    const first = run(1)
    await first.file.write('CANARY-1')
    const next = run(2, '/home/ada/other')
    next.process.start(1, first.process.startedAt)
    await next.file.write('CANARY-2')
    expect(files.text(PATH)).toBe('CANARY-1')
    files.put(PATH, 'somebody’s own')
    await run(3, '/home/ada/third').file.write('CANARY-3')
    expect(files.text(PATH)).toBe('somebody’s own')
  })

  it('is written though what was left behind cannot be taken away', async () => {
    await run(1).file.write('CANARY-1')
    await files.makeFolder(`${NOTES}/strange`)
    await run(2, '/home/ada/other').file.write('CANARY-2')
    expect(files.text('/home/ada/other')).toBe('CANARY-2')
  })

  async function notes(): Promise<readonly string[]> {
    return Promise.all(
      (await files.list(NOTES)).map(async (name) => (await files.read(`${NOTES}/${name}`)) ?? ''),
    )
  }
})
