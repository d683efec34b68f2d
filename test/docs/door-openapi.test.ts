/** docs/door.openapi.json says what the code does. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerGuest } from '../../app/host/door-answer.ts'
import { Secret } from '../../app/model/secret.ts'
import { createFakePorts } from '../fakes/ports.ts'

const contract = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/door.openapi.json'), 'utf8'))
const { Wish, Token, Problem } = contract.components.schemas

const door = { name: 'builder', logins: ['acme:ada'], at: { socket: '/x/door.sock' } }
const core = {
  handOut: (_ask: unknown, work: () => unknown) => work(),
  namesOf: (id: string) => [id],
  token: async () => ({ accessToken: new Secret('CANARY'), expiresAtMs: Date.UTC(2030, 0, 1) }),
}

async function ask(body: unknown, more: object = {}) {
  const request = { method: 'POST', path: '/v1/token', headers: {}, body: JSON.stringify(body), ...more }
  const { status, body: text = '' } = await answerGuest(core as never, createFakePorts(), door, request)
  return { status, body: JSON.parse(text) as Record<string, unknown> }
}

it('names every member of an answer, and the statuses of every refusal', async () => {
  const { body } = await ask({ login: 'acme:ada', validFor: 60 })
  expect(Object.keys(Token.properties)).toEqual(Object.keys(body))
  expect(Object.keys(Wish.properties)).toEqual(['login', 'validFor'])
  for (const [wish, more] of [
    [{}, {}],
    [{ login: 'other' }, {}],
    [{}, { method: 'GET' }],
    [{}, { path: '/' }],
  ] as const) {
    const refusal = await ask(wish, more)
    expect(Object.keys(contract.paths['/v1/token'].post.responses)).toContain(String(refusal.status))
    for (const name of Object.keys(refusal.body)) expect(Object.keys(Problem.properties)).toContain(name)
  }
})
