import { describe, expect, it } from 'vitest'
import type { HistoryQuery } from '../../app/contract/channels.ts'
import type { ImportPlanView } from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import { AppError } from '../../app/errors.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from './desktop.ts'
import { overviewView } from './views.ts'

const log = { info: () => undefined, warn: () => undefined }
function setUp() {
  const asked: unknown[] = []
  const core = {
    overview: () => overviewView([]),
    async exportHistory(format: string, query: HistoryQuery) {
      asked.push(query)
      return `the history as ${format}`
    },
    supportText: async (versions: Record<string, string>) => `versions: ${Object.keys(versions).join(', ')}`,
    imports: {
      async plan(path: string, passphrase?: string): Promise<ImportPlanView> {
        asked.push([path, passphrase])
        if (path.endsWith('.age') && !passphrase) {
          throw new AppError('PASSPHRASE_NEEDED', 'It is protected.', { path })
        }
        return { id: 'plan', path, kind: 'openclaw', rows: [] }
      },
    },
  } as unknown as Core
  const desktop = fakeDesktop(core)
  const handlers = createHandlers(core, desktop)
  return { handlers, desktop, asked }
}

describe('import:choose', () => {
  it('plans the file that was chosen', async () => {
    const { handlers, desktop } = setUp()
    desktop.picks.push('/mnt/auth-profiles.json')
    const reply = await answer('import:choose', [], handlers, log)
    expect(reply).toMatchObject({ ok: true, value: { path: '/mnt/auth-profiles.json' } })
  })

  it('does nothing when the person thought better of it', async () => {
    const { handlers, asked } = setUp()
    expect(await answer('import:choose', [], handlers, log)).toEqual({ ok: true, value: undefined })
    expect(asked).toEqual([])
  })

  it('names the file when a passphrase is missing, so that it can be asked for', async () => {
    const { handlers, desktop } = setUp()
    desktop.picks.push('/mnt/logins.age')
    expect(await answer('import:choose', [], handlers, log)).toMatchObject({
      ok: false,
      failure: { code: 'PASSPHRASE_NEEDED', path: '/mnt/logins.age' },
    })
    expect(await answer('import:plan', ['/mnt/logins.age', 'a long one'], handlers, log)).toMatchObject({
      ok: true,
    })
  })
})

describe('history:export', () => {
  it.each(['csv', 'json'] as const)('writes %s where the person said, and says where', async (format) => {
    const { handlers, desktop, asked } = setUp()
    desktop.picks.push('/home/ada/out')
    const reply = await answer('history:export', [format, { profileId: 'ada' }], handlers, log)
    expect(reply).toEqual({ ok: true, value: '/home/ada/out' })
    expect(desktop.written.get('/home/ada/out')).toBe(`the history as ${format}`)
    expect(desktop.heard[0]).toMatch(new RegExp(`lamplighter-history-2026-01-1\\d\\.${format}$`))
    expect(asked).toEqual([{ profileId: 'ada' }])
  })

  it('writes nothing when the person thought better of it', async () => {
    const { handlers, desktop, asked } = setUp()
    expect(await answer('history:export', ['csv', {}], handlers, log)).toEqual({ ok: true, value: undefined })
    expect([desktop.written.size, asked]).toEqual([0, []])
  })

  it('tells why it could not be written', async () => {
    const { desktop } = setUp()
    const error = new AppError('STORE_UNWRITABLE', 'The disk is full.')
    const files = { writeAtomic: () => Promise.reject(error) }
    const core = { exportHistory: async () => '', overview: () => overviewView([]) } as unknown as Core
    desktop.picks.push('/full/out.csv')
    const handlers = createHandlers(core, { ...desktop, files })
    expect(await answer('history:export', ['csv', {}], handlers, log)).toMatchObject({
      ok: false,
      failure: { code: 'STORE_UNWRITABLE' },
    })
  })
})

describe('the support bundle', () => {
  it('saves what it showed', async () => {
    const { handlers, desktop } = setUp()
    const preview = await answer('support:preview', [], handlers, log)
    expect(preview).toEqual({
      ok: true,
      value: 'versions: Lamplighter, Electron, Chromium, Node.js, System',
    })
    desktop.picks.push('/home/ada/support.txt')
    await answer('support:save', [], handlers, log)
    expect(desktop.written.get('/home/ada/support.txt')).toBe(preview.ok && preview.value)
  })
})
