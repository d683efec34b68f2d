import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFiles } from '../../../../app/platform/files/files.ts'
import { watchFolder } from '../../../../app/platform/files/watch.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** Counts calls, and waits for the next one: a real file system decides when. */
function watching(folder: string) {
  let calls = 0
  let onCall: () => void = () => undefined
  const unwatch = watchFolder(folder, () => {
    calls++
    onCall()
  })
  onTestFinished(unwatch)
  const next = (): Promise<void> => {
    const before = calls
    return new Promise((resolve) => {
      onCall = () => calls > before && resolve()
    })
  }
  return { next, unwatch, calls: () => calls }
}

/** Runs the change and waits until it was told. The runner's timeout is the failure. */
async function told(watch: ReturnType<typeof watching>, change: () => void | Promise<void>): Promise<void> {
  const next = watch.next()
  await change()
  await next
  await pause(40) // the quiet time after it
}

describe('watchFolder', () => {
  it('tells of a file made, changed, replaced and removed', async () => {
    const folder = temporaryFolder()
    const watch = watching(folder)
    await told(watch, () => writeFileSync(join(folder, 'x'), '1'))
    await told(watch, () => appendFileSync(join(folder, 'x'), '2'))
    await told(watch, () => createFiles().writeAtomic(join(folder, 'x'), '3'))
    await told(watch, () => rmSync(join(folder, 'x')))
  })

  it('waits for a folder that is not there yet, several levels deep', async () => {
    const folder = join(temporaryFolder(), 'a', 'b', 'c')
    const watch = watching(folder)
    await told(watch, () => void mkdirSync(folder, { recursive: true }))
    await told(watch, () => writeFileSync(join(folder, 'x'), '1'))
  })

  it('survives the folder being moved away and another taking its place', async () => {
    const folder = join(temporaryFolder(), 'a')
    mkdirSync(folder)
    const watch = watching(folder)
    await told(watch, () => renameSync(folder, `${folder} of old`))
    await told(watch, () => mkdirSync(folder))
    await told(watch, () => writeFileSync(join(folder, 'x'), '1'))
  })

  it('survives the folder being deleted and made again', async () => {
    const folder = join(temporaryFolder(), 'a')
    mkdirSync(folder)
    const watch = watching(folder)
    await told(watch, () => rmSync(folder, { recursive: true }))
    await told(watch, () => mkdirSync(folder))
    await told(watch, () => writeFileSync(join(folder, 'x'), '1'))
  })

  it('survives the folder being replaced by another one', async () => {
    const root = temporaryFolder()
    const folder = join(root, 'a')
    mkdirSync(folder)
    const watch = watching(folder)
    await told(watch, () => {
      renameSync(folder, join(root, 'old'))
      mkdirSync(folder)
    })
    await told(watch, () => writeFileSync(join(folder, 'x'), '1'))
  })

  it('tells many changes in few calls, the last one included', async () => {
    const folder = temporaryFolder()
    const watch = watching(folder)
    await told(watch, async () => {
      for (let n = 0; n < 200; n++) writeFileSync(join(folder, `x${n}`), '1')
    })
    await pause(60)
    expect(watch.calls()).toBeLessThan(15)
  })

  it('is silent afterwards', async () => {
    const folder = temporaryFolder()
    const watch = watching(folder)
    await told(watch, () => writeFileSync(join(folder, 'x'), '1'))
    watch.unwatch()
    const before = watch.calls()
    writeFileSync(join(folder, 'x'), '2')
    await pause(60)
    expect(watch.calls()).toBe(before)
  })
})
