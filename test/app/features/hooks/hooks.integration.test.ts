/** A headless host tells a person: real commands, a real provider. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../../fakes/authorization-server.ts'
import { killCommands, lamplighter } from '../../../support/command.ts'
import { type Home, makeHome } from '../../../support/home.ts'
import { HomeMachine, PROFILE } from '../../../support/home-machine.ts'
import { signIn } from '../../../support/sign-in.ts'

let server: AuthorizationServer
let home: Home
let told: string
let refreshToken: string

beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  home = await makeHome()
  told = join(home.path, 'told.jsonl')
  refreshToken = (await new HomeMachine(home).seed(server)).refresh_token
  const script = join(home.path, 'tell')
  writeFileSync(script, `#!/bin/sh\ncat >>'${told}'\n`)
  chmodSync(script, 0o755)
  await home.writeConfig({
    providers: { acme: { issuer: server.issuer, clientId: server.clientId } },
    hooks: {
      'needs-login': [script],
      recovered: [script],
      refreshed: ['sh', '-c', 'cat >/dev/null; exit 4'],
    },
  })
})
afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

const lines = (): Record<string, unknown>[] =>
  existsSync(told)
    ? readFileSync(told, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []

it('a host without a screen runs the hooks of config.json, and says which of them failed', async () => {
  await server.revoke(refreshToken)
  const host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
  await expect.poll(lines, { timeout: 20_000 }).toHaveLength(1)
  expect(lines()[0]).toMatchObject({
    version: 1,
    event: 'needs-login',
    profile: PROFILE,
    state: 'needs-login',
  })

  await signIn(home, server)
  await expect.poll(lines, { timeout: 20_000 }).toHaveLength(2)
  expect(lines()[1]).toMatchObject({ event: 'recovered', state: 'fresh', message: 'It works again.' })
  expect(readFileSync(told, 'utf8')).not.toContain('CANARY')

  await (await lamplighter(home, 'refresh', PROFILE)).ended
  const findings = async () => (await (await lamplighter(home, 'doctor')).ended).out
  await expect
    .poll(findings, { timeout: 20_000, interval: 500 })
    .toContain('The hook for "refreshed" failed: sh ended with 4.')
})
