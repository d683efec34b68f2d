import { describe, expect, it } from 'vitest'
import { AppError } from '../../app/base/errors.ts'
import type { HistoryQuery } from '../../app/contract/channels.ts'
import type { ImportPlanView } from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { overviewView } from '../support/views.ts'

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
      async plan(path: string, passphrase?: string, identityPath?: string): Promise<ImportPlanView> {
        asked.push([path, passphrase, ...(identityPath === undefined ? [] : [identityPath])])
        if (path.endsWith('.age') && !passphrase) {
          throw new AppError('PASSPHRASE_NEEDED', 'It is protected.', { path })
        }
        return { id: 'plan', path, kind: 'openclaw', rows: [] }
      },
      checkProtection(protection: object) {
        if (!('passphrase' in protection)) throw new AppError('ARGUMENT_INVALID', 'It is not a recipient.')
      },
      async exportTo(...given: readonly unknown[]) {
        asked.push(given)
        return { included: ['ada'], leftOut: [] }
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

describe('import:choose-identity', () => {
  it('only says which file was chosen; the plan reads it', async () => {
    const { handlers, desktop, asked } = setUp()
    desktop.picks.push('/home/ada/.ssh/id_ed25519')
    const reply = await answer('import:choose-identity', [], handlers, log)
    expect([reply, asked]).toEqual([{ ok: true, value: '/home/ada/.ssh/id_ed25519' }, []])
    const args = ['/mnt/logins', undefined, '/home/ada/.ssh/id_ed25519']
    expect(await answer('import:plan', args, handlers, log)).toMatchObject({ ok: true })
    expect(asked).toEqual([args])
  })
})

describe('export:save', () => {
  const request = { profileIds: ['ada'], protection: { passphrase: 'lamp post at dusk' }, withForks: true }

  it('writes where the person said, over what the system asked about', async () => {
    const { handlers, desktop, asked } = setUp()
    desktop.picks.push('/home/ada/logins.age')
    expect(await answer('export:save', [request], handlers, log)).toEqual({
      ok: true,
      value: { path: '/home/ada/logins.age', included: ['ada'], leftOut: [] },
    })
    expect(asked).toEqual([
      ['/home/ada/logins.age', ['ada'], request.protection, { withForks: true, overwrite: true }],
    ])
    expect(desktop.heard[0]).toMatch(/lamplighter-logins-2026-01-1\d\.age$/)
  })

  it('asks for no place when it could not be closed, or nobody chose one', async () => {
    const { handlers, desktop, asked } = setUp()
    const refused = { ...request, protection: { recipients: ['nonsense'] } }
    expect(await answer('export:save', [refused], handlers, log)).toMatchObject({
      ok: false,
      failure: { code: 'ARGUMENT_INVALID' },
    })
    expect(desktop.heard).toEqual([])
    expect(await answer('export:save', [request], handlers, log)).toEqual({ ok: true, value: undefined })
    expect(asked).toEqual([])
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
