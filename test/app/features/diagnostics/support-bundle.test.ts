import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import type { HistoryEventView } from '../../../../app/contract/views.ts'
import { shortener } from '../../../../app/features/diagnostics/shorten.ts'
import { type SupportDeps, supportText } from '../../../../app/features/diagnostics/support-bundle.ts'
import { HomeMachine } from '../../../support/home-machine.ts'
import { codex, steady } from '../../../support/logins.ts'

let machine: HomeMachine

beforeEach(async () => {
  machine = await HomeMachine.make()
})
afterEach(() => machine.home.remove())

const EVENT: HistoryEventView = {
  id: 'e1',
  atMs: Date.UTC(2030, 0, 1),
  kind: 'rejected',
  profileId: 'openai-codex:ada@example.test',
  providerId: 'openai-codex',
  account: 'ada@example.test',
  cause: 'rejected',
  grant: 'aaaaaaaaaaaa',
  message: 'The provider answered for another account (bob@example.test).',
  detail: 'invalid_grant: refresh_token=CANARY-in-detail',
  askedBy: 'schedule',
  process: 'Lamplighter',
  pid: 42,
}

async function textOf(part: Partial<SupportDeps> = {}): Promise<string> {
  await machine.look()
  return supportText({
    ports: machine.ports,
    overview: () =>
      machine.profiles.overview({ scheduler: { running: true }, sealedBy: 'file', problems: [] }),
    history: async () => [EVENT],
    journal: machine.journal,
    versions: { Lamplighter: '0.1.0', Electron: '45' },
    ...part,
  })
}

describe('a support bundle', () => {
  it('tells the versions, the states, the locks, the journal, the settings by name and what happened last', async () => {
    const file = await machine.home.writeAgent('main', {
      'openai-codex:ada@example.test': codex(),
      'steady:x': steady(),
    })
    await writeFile(`${file}.lock`, '{}')
    await machine.home.writeConfig({
      theme: 'dark',
      providers: { acme: { clientId: 'CANARY-client', scopes: ['x'] } },
    })
    await machine.journal.claim('aaaaaaaaaaaa', 'p', 1)
    const text = await textOf()
    for (const part of [
      'Lamplighter: 0.1.0',
      'providers.acme.clientId',
      'theme',
      'sealing key: ',
      'openai-codex:a…@example.test: openai-codex oauth | owner shared (Lamplighter) | state fresh',
      'holders 1, drift 0',
      'asking: 1',
      'auth-profiles.json.lock: file, ',
      '2030-01-01T00:00:00.000Z rejected openai-codex:a…@example.test | rejected | aaaaaaaaaaaa -> ?',
      '(b…@example.test)',
    ])
      expect(text).toContain(part)
  })

  it('holds no token, no full email, no value of a setting, and not the home', async () => {
    const entries = {
      'openai-codex:ada@example.test': codex(),
      'openai-codex:b': codex({ email: undefined, displayName: 'Ada Lovelace', accountId: 'a2' }),
    }
    await machine.home.writeAgent('main', entries)
    await machine.home.writeConfig({ secret: 'CANARY-value', quietHours: { from: '22:22' } })
    const text = await textOf()
    expect(text).not.toContain('CANARY')
    expect(text).not.toContain('ada@')
    expect(text).not.toContain('bob@')
    expect(text).not.toContain('Lovelace')
    expect(text).not.toContain('22:22')
    expect(text).not.toContain(machine.ports.paths.userHome)
    expect(text).toContain('~')
  })

  it('tells the races, shortened like everything else', async () => {
    const raced: HistoryEventView = {
      ...EVENT,
      id: 'e2',
      kind: 'adopted',
      atMs: EVENT.atMs + 5,
      successor: 'bbbbbbbbbbbb',
      foundIn: 'OpenClaw',
    }
    const text = await textOf({ history: async () => [raced, EVENT] })
    expect(text).toMatch(
      /\nRaces\n {2}2030-01-01T00:00:00\.005Z openai-codex:a…@example\.test \| 2 events \| OpenClaw renewed this login first\. .* Nothing to do/,
    )
    expect(text).not.toContain('CANARY')
  })

  it('says what could not be read, and the rest all the same', async () => {
    await mkdir(join(machine.home.path, 'config.json'))
    const history = async (): Promise<never> => {
      throw new AppError('STORE_UNREADABLE', 'The disk is tired.')
    }
    const text = await textOf({ history })
    expect(text).toContain('cannot be read (STORE_UNREADABLE): The disk is tired.')
    expect(text.match(/cannot be read/g)).toHaveLength(3)
    expect(text).toContain('Where it looked')
  })
})

describe('shortener', () => {
  const shorten = shortener({ userHome: '/home/ada', accounts: ['Ann', 'ada@example.test'] })

  it('shortens the home, but not another folder that begins like it', () => {
    expect(shorten('/home/ada/x "/home/ada" /home/adam')).toBe('~/x "~" /home/adam')
  })

  it('knows a Windows home with either slash, escaped, and in any case', () => {
    const windows = shortener({ userHome: 'C:\\Users\\Ada', accounts: [] })
    expect(windows('C:\\Users\\Ada\\x c:/users/ada/y C:\\\\Users\\\\Ada\\\\z')).toBe('~\\x ~/y ~\\\\z')
  })

  it('shortens names as whole words, emails and ids', () => {
    expect(shorten('Ann Annotation eve.x+y@mail.example.test')).toBe('An… Annotation e…@mail.example.test')
    expect(shorten('id 01234567-89ab-cdef-0123-456789abcdef')).toBe('id 0123…')
  })
})
