/** The real Grok, which renews its own login: Lamplighter reads what it stored, and never sends anything itself. */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const packages = packagesOf('@xai-official/grok')
const CLIENT = 'b1a00492-073a-47ea-816f-4c329264a828'
const KEY = `https://auth.x.ai::${CLIENT}`
const FILE = ['.grok', 'auth.json'] as const

/** It comes packed, and what would unpack it is not run. */
function unpacked(folder: string): string {
  const packed = join(folder, '@xai-official', 'grok-linux-x64', 'bin', 'grok.br')
  const path = packed.replace(/\.br$/, '')
  if (!existsSync(path)) {
    writeFileSync(`${path}.part`, brotliDecompressSync(readFileSync(packed)))
    chmodSync(`${path}.part`, 0o755)
    renameSync(`${path}.part`, path)
  }
  return path
}

describe.skipIf(packages === undefined || process.arch !== 'x64' || !ProgramHome.canBe())(
  'Grok 1.0.41',
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('grok', unpacked(packages ?? ''))
      here.env({ GROK_TELEMETRY_ENABLED: 'false' })
    })
    afterEach(() => here.close())

    const holds = (leftMs: number): void =>
      here.put(
        {
          [KEY]: {
            key: 'access-1',
            auth_mode: 'oidc',
            create_time: new Date(Date.now() - 60 * 60_000).toISOString(),
            expires_at: new Date(Date.now() + leftMs).toISOString(),
            refresh_token: 'refresh-1',
            user_id: 'user-1',
            email: 'ada@example.test',
            oidc_issuer: 'https://auth.x.ai',
            oidc_client_id: CLIENT,
          },
        },
        ...FILE,
      )
    const held = (): string => here.read(...FILE)[KEY].refresh_token
    const listed = async () => JSON.parse((await here.lamplighter('list', '--json')).out).profiles[0]

    it('says its version, and does nothing besides', async () => {
      holds(-60_000)
      expect(await versionFound(here, 'grok')).toBe('1.0.41')
    })

    it('has its renewed login read as it stands, and is asked for nothing', async () => {
      holds(-60_000)
      const before = await listed()
      expect(before).toMatchObject({ mode: 'watched', account: 'ada@example.test' })
      const grok = here.start('models')
      await expect.poll(held, { message: grok.told }).toBe('refresh-2')
      const after = await listed()
      expect(Date.parse(after.accessExpiresAt)).toBeGreaterThan(Date.now() + 5 * 60 * 60_000)
      expect(after.grant).not.toBe(before.grant)
      expect(here.spent).toEqual(['refresh-1'])
      expect((await here.lamplighter('refresh', before.id)).code).not.toBe(0)
      expect(here.spent).toEqual(['refresh-1'])
    })
  },
)
