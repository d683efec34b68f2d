/** A provider that quotes our tokens in its refusal: they are stored nowhere, in whatever form it put them. */
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

const FORMS: readonly (readonly [string, (token: string) => string])[] = [
  ['plain', (token) => token],
  ['base64', (token) => Buffer.from(token).toString('base64')],
  ['base64 with others', (token) => Buffer.from(`x:${token}:y`).toString('base64')],
  ['URL-encoded', (token) => token.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`)],
]

describe.each(['invalid_grant', 'invalid_client', 'server_error'])('a refusal with %s', (error) => {
  it.each(FORMS)('that quotes the tokens %s', async (_, form) => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const { access, refresh } = machine.first
    const quoted = [access, refresh].map(form)
    const { core, ports } = await machine.start(false, (given) => ({
      ...given,
      http: {
        send: async () => ({
          status: 400,
          headers: {},
          body: JSON.stringify({ error, error_description: `not ${quoted.join(' nor ')}` }),
        }),
      },
    }))
    const event = await machine.run(core.refresh(PROFILE))
    const ours = Object.entries(machine.files.all()).filter(([path]) => path.includes('lamplighter'))
    const told = inspect([event, core.overview(), ours, ports.log.lines], { depth: 20 })
    expect(told).toMatch(/not \S*\[secret\]/)
    for (const one of [...quoted, access, refresh]) expect(told).not.toContain(one.slice(4, -4))
    await machine.run(core.close())
  })
})
