/** A program's JSON files on a fake machine, for the laws that hold for every store that is written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Credential } from '../../app/model/credential.ts'
import type { Holder } from '../../app/model/holder.ts'
import type { JsonStore } from '../../app/stores/shared/json-store.ts'
import type { StoreUnderTest } from '../conformance/store.conformance.ts'
import { RushingClock } from '../fakes/clock.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'

export function programFixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', 'programs', name), 'utf8')
}

export interface JsonFilesHere {
  readonly make: (ports: FakePorts) => JsonStore
  /** Path -> text; the first is the one that is written. */
  readonly files: Readonly<Record<string, string>>
  readonly holder: Holder
  readonly credential: Credential
  readonly other?: Holder
  /** Where the login's members stand. */
  readonly at: readonly string[]
}

export function jsonMachine({ make, files }: Pick<JsonFilesHere, 'make' | 'files'>) {
  const ports = createFakePorts({ clock: new RushingClock() })
  for (const [path, text] of Object.entries(files)) ports.files.put(path, text)
  return { ports, store: make(ports) }
}

export function jsonStoreUnderTest(here: JsonFilesHere): StoreUnderTest {
  const { ports, store } = jsonMachine(here)
  const { holder, credential, other, at } = here
  const { files, lock, clock } = ports
  const members = (raw: Record<string, unknown>): Record<string, unknown> =>
    at.reduce((record, key) => record[key] as Record<string, unknown>, raw)
  const read = (): Record<string, unknown> => JSON.parse(files.text(holder.path) ?? '')
  return {
    store,
    sibling: here.make(createFakePorts({ files, lock, clock })),
    holder,
    credential,
    ...(other ? { other } : {}),
    text: async () => files.text(holder.path),
    write: async (text) => files.put(holder.path, text),
    remove: async () => files.delete(holder.path),
    async addUnknownKeys() {
      const raw = read()
      raw['future'] = { a: 1 }
      members(raw)['colour'] = 'amber'
      files.put(holder.path, JSON.stringify(raw))
      return async () => {
        const now = read()
        return JSON.stringify(now['future']) === '{"a":1}' && members(now)['colour'] === 'amber'
      }
    },
  }
}
