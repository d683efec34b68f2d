/** Names that another program's file, a provider or another machine made up to mislead whoever reads them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'

const ESCAPE = '\u001b]0;owned\u0007\u001b[2J'
const EVIL = `openrouter:a${ESCAPE}\u202egnp.exe\nforged line`
const TWIN = EVIL.replace('\u202e', '\u202d')
const UNSEEN = /[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u

let home: Home
beforeEach(async () => {
  home = await makeHome()
  const login = (key: string, more = {}) => ({ type: 'api_key', provider: 'openrouter', key, ...more })
  await home.writeAgent('main', {
    [EVIL]: login('CANARY-1', {
      email: `ada${ESCAPE}\u202e@example.test`,
      displayName: 'x'.repeat(1_000_000),
    }),
    [TWIN]: login('CANARY-2', { displayName: `Ada\nLovelace${ESCAPE}` }),
    long: login('CANARY-3', { displayName: 'x'.repeat(1_000_000) }),
  })
  const history = join(home.path, 'state', 'history')
  mkdirSync(history, { recursive: true, mode: 0o700 })
  const event = { id: 'x', atMs: Date.now(), kind: 'refreshed', profileId: EVIL, providerId: `p${ESCAPE}` }
  const rest = { account: `a${ESCAPE}\u202e\nb`, message: `m\u202e${'x'.repeat(1_000_000)}`, askedBy: ESCAPE }
  writeFileSync(
    join(history, `${new Date().toISOString().slice(0, 7)}.jsonl`),
    `${JSON.stringify({ ...event, ...rest, process: 'p\u2066', pid: 1 })}\n`,
  )
})
afterEach(async () => {
  await killCommands()
  await home.remove()
})

const type = async (...words: string[]) => (await lamplighter(home, ...words)).ended

describe('what others called something', () => {
  it.each([['list'], ['status'], ['history'], ['doctor']])(
    'is shown by %s as what can be seen, and cut',
    async (name) => {
      for (const words of [[name], [name, '--json']]) {
        const { out, err } = await type(...words)
        expect(out + err).not.toMatch(UNSEEN)
        expect(out).not.toContain('\nforged line')
        expect(out.length).toBeLessThan(60_000)
      }
    },
  )

  it('makes an id that can be typed, one for each login, and names it as before', async () => {
    const { out } = await type('list', '--json')
    const ids = (JSON.parse(out) as { profiles: { id: string }[] }).profiles.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    const tokens = await Promise.all(ids.map(async (id) => (await type('token', id)).out.trim()))
    expect(tokens.sort()).toEqual(['CANARY-1', 'CANARY-2', 'CANARY-3'])
    for (const id of ids) expect(id).toMatch(/^[\p{L}\p{N}\p{P}\p{S} ]+$/u)
    expect((await type('token', TWIN)).out).toBe('CANARY-2\n')
  })
})
