/** What GitHub CLI and Codex keep in a real GNOME keyring, read while it is open, and left alone while it is locked. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { fixture } from '../../support/program-files.ts'
import { hasSecretService, type SecretService, startSecretService } from '../../support/secret-service.ts'

const has = (program: string): boolean => spawnSync(program, ['--help']).error === undefined
const isHere = hasSecretService() && has('secret-tool') && has('busctl')

describe.skipIf(!isHere)('logins in a real keyring', { timeout: 120_000 }, () => {
  let home: Home
  let keyring: SecretService

  beforeEach(async () => {
    home = await makeHome()
    keyring = await startSecretService(join(home.path, 'keychain'))
    Object.assign(home.env, keyring.env, { HOME: home.env['HOME'] ?? home.path })
  })
  afterEach(async () => {
    await keyring.end()
    await home.remove()
  })

  /** As go-keyring and keyring-rs do: found by service and user name. */
  function keep(service: string, username: string, secret: string): void {
    const words = ['store', '--label=test', 'service', service, 'username', username]
    const { status, stderr } = spawnSync('secret-tool', words, { input: secret, env: keyring.env })
    expect([status, String(stderr)]).toEqual([0, ''])
  }
  const inHome = (...path: readonly string[]): string => join(home.env['HOME'] ?? '', ...path)
  const put = (text: string, ...path: readonly string[]): void => {
    mkdirSync(join(inHome(...path), '..'), { recursive: true })
    writeFileSync(inHome(...path), text)
  }
  async function list() {
    const { out, err } = await (await lamplighter(home, 'list', '--json')).ended
    expect(out + err).not.toContain('CANARY')
    const { profiles } = JSON.parse(out)
    return (profiles as { readonly id: string; readonly grant: string | null }[]).toSorted((a, b) =>
      a.id.localeCompare(b.id),
    )
  }

  it('are read while it is open, and nobody is asked while it is locked', async () => {
    put('github.com:\n    users:\n        ada:\n    user: ada\n', '.config', 'gh', 'hosts.yml')
    put('cli_auth_credentials_store = "keyring"\n', '.codex', 'config.toml')
    const codexHome = realpathSync(inHome('.codex'))
    const account = `cli|${createHash('sha256').update(codexHome).digest('hex').slice(0, 16)}`
    keep('gh:github.com', 'ada', 'gho_CANARY')
    keep('Codex Auth', account, fixture('codex-0.171.0.json'))
    const open = await list()
    const id = ['codex:chatgpt', 'github.com:ada']
    const grant = expect.stringMatching(/^[0-9a-f]{12}$/)
    expect(open).toMatchObject(id.map((one) => ({ id: one, grant })))
    keyring.lock()
    const locked = await list()
    expect(locked).toMatchObject(id.map((one) => ({ id: one, grant: null })))
  })
})
