import { describe, expect, it } from 'vitest'
import { type UpdateDeps, type Updater, watchForUpdates } from '../../main/updates.ts'

function parts(change: Partial<UpdateDeps> = {}, active = true) {
  const planned: { ms: number; work: () => void; cancelled: boolean }[] = []
  const seen = { looks: 0, said: [] as string[] }
  const updater: Updater = {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    isUpdaterActive: () => active,
    checkForUpdates: async () => {
      seen.looks++
      return null
    },
  }
  const all: UpdateDeps = {
    isRelease: true,
    isWanted: () => true,
    load: async () => updater,
    after: (ms, work) => {
      const plan = { ms, work, cancelled: false }
      planned.push(plan)
      return () => {
        plan.cancelled = true
      }
    },
    log: { info: (text) => void seen.said.push(text), warn: (text) => void seen.said.push(text) },
    ...change,
  }
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return { all, planned, seen, updater, settle }
}

describe('watchForUpdates', () => {
  it('looks after the start, then every day, and installs only at the end', async () => {
    const { all, planned, seen, updater, settle } = parts()
    const end = watchForUpdates(all)
    expect(seen.looks).toBe(0)
    planned[0]?.work()
    await settle()
    expect(seen.looks).toBe(1)
    expect(updater.autoInstallOnAppQuit).toBe(true)
    expect(planned[1]?.ms).toBe(24 * 60 * 60 * 1000)
    end()
    expect(planned[1]?.cancelled).toBe(true)
  })

  it('says so when a release was found and could not be fetched', async () => {
    const { all, planned, seen, updater, settle } = parts()
    // Told apart from the look itself: electron-updater resolves as soon as it knows what there is.
    updater.checkForUpdates = async () => ({ downloadPromise: Promise.reject(new Error('ECONNRESET')) })
    watchForUpdates(all)
    planned[0]?.work()
    await settle()
    expect(seen.said).toHaveLength(1)
    expect(planned).toHaveLength(2)
  })

  it('does nothing in a clone', () => {
    const { all, planned } = parts({ isRelease: false })
    watchForUpdates(all)
    expect(planned).toEqual([])
  })

  it('does not ask anybody where the person does not want it, or nothing could be replaced', async () => {
    for (const { all, planned, seen, settle } of [parts({ isWanted: () => false }), parts({}, false)]) {
      watchForUpdates(all)
      planned[0]?.work()
      await settle()
      expect(seen.looks).toBe(0)
      expect(planned).toHaveLength(2)
    }
  })

  it('says so when it could not, and tries again the next day', async () => {
    const { all, planned, seen, settle } = parts({ load: () => Promise.reject(new Error('offline')) })
    watchForUpdates(all)
    planned[0]?.work()
    await settle()
    expect(seen.said).toHaveLength(1)
    expect(planned).toHaveLength(2)
  })
})
