/** Whatever stands in a file that is written beside its program: a look writes nothing and shows no secret, a write changes one login. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../app/base/errors.ts'
import type { Credential } from '../../app/model/credential.ts'
import type { Entry } from '../../app/model/holder.ts'
import { awsSso } from '../../app/stores/aws-sso.ts'
import { mcpRemote } from '../../app/stores/mcp-remote/store.ts'
import { opencode } from '../../app/stores/opencode.ts'
import type { JsonAdapter } from '../../app/stores/shared/json-store.ts'
import { successorOf } from '../conformance/store.conformance.ts'
import { damaged, fuzz } from '../support/fuzz.ts'
import { jsonMachine, programFixture } from '../support/json-files.ts'

const MCP = '/home/ada/.mcp-auth/mcp-remote-v1/0cc175b9c0f1b6a831c399e269772661'
const AWS = '/home/ada/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json'
const PROGRAMS: readonly {
  readonly make: JsonAdapter
  readonly path: string
  readonly fixture: string
  readonly beside?: readonly [path: string, fixture: string]
}[] = [
  { make: opencode, path: '/home/ada/.local/share/opencode/auth.json', fixture: 'opencode-1.18.33.json' },
  {
    make: mcpRemote,
    path: `${MCP}_tokens.json`,
    fixture: 'mcp-remote-0.15.1_tokens.json',
    beside: [`${MCP}_client_info.json`, 'mcp-remote-0.15.1_client_info.json'],
  },
  { make: awsSso, path: AWS, fixture: 'aws-sso-2.9.19.json' },
]

describe.each(PROGRAMS)('$fixture', ({ make, path, fixture, beside }) => {
  const whole = fc.constant(programFixture(fixture))
  const client = fc.constant(beside ? programFixture(beside[1]) : '')
  const hurt = fc.oneof(
    fc.tuple(damaged(whole), client),
    fc.tuple(whole, damaged(client)),
    fc.tuple(damaged(whole), damaged(client)),
  )
  const machine = ([text, other]: readonly [string, string]) =>
    jsonMachine({ make, files: beside ? { [path]: text, [beside[0]]: other } : { [path]: text } })

  it('is looked at without a throw, and nothing secret is told', async () => {
    await fc.assert(
      fc.asyncProperty(hurt, async (texts) => {
        const { ports, store } = machine(texts)
        const { entries, places } = await store.scan()
        expect(ports.files.text(path)).toBe(texts[0])
        expect(new Set(entries.map(({ holder }) => holder.id)).size).toBe(entries.length)
        const told = entries.map(({ note, problem, client }) => ({
          note,
          problem,
          secret: client?.clientSecret,
        }))
        expect(JSON.stringify([told, places])).not.toContain('CANARY')
        for (const { client } of entries) {
          const address = client?.tokenEndpoint ?? client?.issuer
          if (address !== undefined) expect(address).toMatch(/^https:|^http:\/\/(?:127\.|localhost|\[::1\])/)
        }
      }),
      fuzz(150),
    )
  })

  it('is written in one login only, and then holds exactly what was meant, or it is left as it is', async () => {
    await fc.assert(
      fc.asyncProperty(hurt, async (texts) => {
        const { ports, store } = machine(texts)
        const before = (await store.scan()).entries
        const entry = before.find(({ credential }) => credential?.refreshToken)
        if (!entry?.credential) return
        const next = successorOf(entry.credential)
        const outcome = await store.writing
          .replace(entry.holder, next, entry.credential)
          .catch((error: unknown) => {
            if (error instanceof AppError) return error.code
            throw error
          })
        if (outcome !== 'written') return expect(ports.files.text(path)).toBe(texts[0])
        const after = (await store.scan()).entries
        expect(tokensOf(after, entry.holder.id)).toEqual([
          next.accessToken?.expose(),
          next.refreshToken?.expose(),
        ])
        for (const { holder } of before) {
          if (holder.id !== entry.holder.id)
            expect(tokensOf(after, holder.id)).toEqual(tokensOf(before, holder.id))
        }
      }),
      fuzz(150),
    )
  })
})

function tokensOf(entries: readonly Entry[], id: string): readonly (string | undefined)[] {
  const found: Credential | undefined = entries.find(({ holder }) => holder.id === id)?.credential
  return [found?.accessToken?.expose(), found?.refreshToken?.expose()]
}
