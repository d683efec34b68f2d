import { expect, it } from 'vitest'
import { createServerAccess } from '../../../../app/cli/mcp/server-access.ts'

const URL_OF_IT = 'https://mcp.example.test/v1'

/** A broker whose answers are scripted by call, and every call that was made. */
function accessWith(answers: Readonly<Record<string, (...params: never[]) => unknown>>) {
  const asked: string[] = []
  let slept = 0
  const broker = {
    ask: async (name: string) => {
      asked.push(name)
      return answers[name]?.()
    },
    close: () => undefined,
  }
  const access = createServerAccess({
    broker: broker as never,
    url: URL_OF_IT,
    folder: '/',
    now: () => 0,
    sleep: async () => void slept++,
  })
  return { access, asked, slept: () => slept }
}

const found = { loginFor: () => ({ profile: 'acme:ada' }) }
const token = (accessToken: string) => ({ profile: 'acme:ada', accessToken, expiresAtMs: 3_600_000 })

it('waits for the refresh that another session began, and never gives the refused token again', async () => {
  const tokens = ['one', 'one', 'one', 'two']
  const { access, asked, slept } = accessWith({
    ...found,
    token: () => token(tokens.shift() ?? ''),
    report401: () => ({ kind: 'waiting', message: 'It was reported before.' }),
    profile: () => ({ status: { kind: 'fresh' } }),
  })
  expect(await access.token()).toBe('one')
  expect(await access.afterRefusal('one')).toBe('two')
  expect(slept()).toBe(2)
  expect(asked.filter((name) => name === 'report401')).toHaveLength(1)
  expect(await access.token()).toBe('two')
})

it('says at once that only a sign-in helps, and in the end that the server goes on refusing', async () => {
  const answers = { ...found, token: () => token('one'), report401: () => ({ kind: 'waiting', message: '' }) }
  const ended = { status: { kind: 'needs-login', failure: { code: 'NEEDS_LOGIN', message: 'It ended.' } } }
  const dead = accessWith({ ...answers, profile: () => ended })
  await dead.access.token()
  await expect(dead.access.afterRefusal('one')).rejects.toMatchObject({
    code: 'NEEDS_LOGIN',
    hint: 'Sign in again: lamplighter login acme:ada',
  })
  expect(dead.slept()).toBe(0)
  const stubborn = accessWith({ ...answers, profile: () => ({ status: { kind: 'fresh' } }) })
  await stubborn.access.token()
  await expect(stubborn.access.afterRefusal('one')).rejects.toMatchObject({ code: 'PROVIDER_REFUSED' })
})
