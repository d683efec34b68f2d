import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_BYTES } from '../../../../../app/features/transfer/import/read-file.ts'
import { readSource, type Source } from '../../../../../app/features/transfer/import/read-source.ts'
import { HomeMachine } from '../../../../support/home-machine.ts'
import { codex, EARLIER, findProvider, LATER, steady } from '../../../../support/logins.ts'

let machine: HomeMachine
let folder: string

beforeEach(async () => {
  machine = await HomeMachine.make()
  folder = join(dirname(machine.home.path), 'from-t440')
  await mkdir(folder)
})
afterEach(() => machine.home.remove())

function read(path: string): Promise<Source> {
  return readSource({ ports: machine.ports, findProvider, isSpent: async () => false }, path)
}

async function agent(name: string, profiles: Record<string, unknown>): Promise<void> {
  const path = join(folder, 'agents', name, 'agent')
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'auth-profiles.json'), JSON.stringify({ version: 1, profiles }))
}

describe('readSource', () => {
  it('takes the copies of one login in a whole OpenClaw folder as one, and the newest of them', async () => {
    await agent('main', { 'steady:ada': steady({ expires: EARLIER }) })
    await agent('cron', {
      'steady:ada': steady({ access: 'CANARY-new', expires: LATER }),
      'openai-codex:bob': codex(),
    })
    const { kind, logins } = await read(folder)
    expect(kind).toBe('openclaw')
    expect(logins.map(({ id }) => id)).toEqual(['openai-codex:bob', 'steady:ada'])
    expect(logins[1]?.grant.current.credential?.accessToken?.expose()).toBe('CANARY-new')
  })

  it('keeps entries it does not understand, with what is wrong and without what is in them', async () => {
    const path = await machine.foreign({
      'steady:seconds': steady({ expires: 1_900_000_000 }),
      'steady:fenced': steady({ access: 'openclaw-oauth-refresh-fence:v1:CANARY:access:00' }),
      'steady:none': 'CANARY',
    })
    const { logins } = await read(path)
    expect(
      logins.map(({ grant: { current } }) => [
        current.holder.entry,
        current.problem !== undefined || !current.credential,
      ]),
    ).toEqual([
      ['steady:fenced', true],
      ['steady:none', true],
      ['steady:seconds', true],
    ])
    expect(JSON.stringify(logins)).not.toContain('CANARY')
  })

  it.each([
    ['a file that is not there', async () => join(folder, 'nothing'), /is not there/],
    ['a folder without logins', async () => folder, /There is no auth-profiles.json/],
    ['text', () => put('CANARY'), /not a file Lamplighter can import/],
    ['other JSON', () => put('{"profiles": ["CANARY"]}'), /not a file Lamplighter can import/],
    [
      'bytes that are no text',
      () => put(new Uint8Array([0xff, 0xfe, 0])),
      /not a file Lamplighter can import/,
    ],
    ['a huge file', () => put('x'.repeat(MAX_BYTES + 1)), /larger than 8 MiB/],
  ])('refuses %s', async (_what, make, message) => {
    const error: unknown = await read(await make()).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'IMPORT_UNREADABLE', message: expect.stringMatching(message) })
    expect(String(error)).not.toContain('CANARY')
  })

  async function put(content: string | Uint8Array): Promise<string> {
    const path = join(folder, 'file')
    await writeFile(path, content)
    return path
  }
})
