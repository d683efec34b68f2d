/** A throw-away OpenClaw on the real disk, and the store that looks at it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../app/base/ports.ts'
import type { Entry, Holder } from '../../app/model/holder.ts'
import type { Provider } from '../../app/model/provider.ts'
import { createClock } from '../../app/platform/clock.ts'
import { createDatabases } from '../../app/platform/files/databases.ts'
import { createFiles } from '../../app/platform/files/files.ts'
import { STOCK } from '../../app/providers/providers.ts'
import type { OpenClawStore } from '../../app/stores/openclaw/store.ts'
import { createOpenClawStore } from '../../app/stores/openclaw/store.ts'
import type { FakeClock } from '../fakes/clock.ts'
import { createFakePorts, FAKE_PATHS } from '../fakes/ports.ts'
import { FakeProcess } from '../fakes/process.ts'

/** The providers as they are shipped, by any name a store may use. */
export function findBuiltIn(name: string): Provider | undefined {
  return STOCK.find((provider) => provider.id === name || provider.aliases?.includes(name))
}

export const LATER_MS = Date.UTC(2030, 0, 1)

export function codexProfile(part: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'oauth',
    provider: 'openai-codex',
    access: 'CANARY-access-1',
    refresh: 'CANARY-refresh-1',
    expires: LATER_MS,
    accountId: 'account-1',
    email: 'ada@example.test',
    ...part,
  }
}

export const CODEX = 'openai-codex:ada@example.test'

export interface Place {
  readonly state: string
  readonly process: FakeProcess
  /** A new store: nothing in memory shared with another one. */
  store(find?: (name: string) => Provider | undefined): OpenClawStore
  path(agent?: string, name?: string): string
  text(agent?: string, name?: string): string
  json(
    agent?: string,
    name?: string,
  ): Record<string, unknown> & { profiles: Record<string, Record<string, unknown>> }
  write(text: string, agent?: string, name?: string): string
  put(profiles: Record<string, unknown>, agent?: string, extra?: Record<string, unknown>): string
  config(text: string): void
}

/** Real files and the real clock; the process and its environment are ours to say. */
export function makePlace(
  process = new FakeProcess({ pid: globalThis.process.pid }),
  clock: Clock = createClock(),
): Place {
  const root = mkdtempSync(join(tmpdir(), 'lamplighter-openclaw-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const state = join(root, '.openclaw')
  mkdirSync(state, { recursive: true })
  const path = (agent = 'main', name = 'auth-profiles.json'): string =>
    join(state, 'agents', agent, 'agent', name)
  const place: Place = {
    state,
    process,
    path,
    store: (find = findBuiltIn) =>
      createOpenClawStore(
        {
          ...createFakePorts({ process }),
          files: createFiles(),
          databases: createDatabases(createClock()),
          clock: clock as FakeClock,
          paths: { ...FAKE_PATHS, userHome: root, state: join(root, '.lamplighter') },
        },
        find,
      ),
    text: (agent, name) => readFileSync(path(agent, name), 'utf8'),
    json: (agent, name) => JSON.parse(readFileSync(path(agent, name), 'utf8')),
    write(text, agent, name) {
      const file = path(agent, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text, { mode: 0o600 })
      return file
    },
    put: (profiles, agent, extra = {}) =>
      place.write(`${JSON.stringify({ version: 1, profiles, ...extra }, null, 2)}\n`, agent),
    config: (text) => writeFileSync(join(state, 'openclaw.json'), text),
  }
  return place
}

export function holderAt(place: Place, agent = 'main', entry = CODEX): Holder {
  return {
    store: 'openclaw',
    id: `openclaw:${agent}:${entry}`,
    label: `OpenClaw · ${agent}`,
    path: place.path(agent),
    entry,
  }
}

/** The one entry of that name. */
export async function entryIn(store: OpenClawStore, entry = CODEX, agent = 'main'): Promise<Entry> {
  const { entries } = await store.scan()
  const found = entries.find(({ holder }) => holder.id === `openclaw:${agent}:${entry}`)
  if (!found) throw new Error(`no ${entry} among ${entries.map(({ holder }) => holder.id).join(', ')}`)
  return found
}
