/** The world of `npm run demo` is as the README says. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { createWorld } from '../../scripts/demo/world.mjs'
import { bundleForNode } from '../support/bundle.ts'

const folder = mkdtempSync(join(tmpdir(), 'lamplighter-demo-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('six logins are in six states', async () => {
  const world = await createWorld({ folder, isDemo: true })
  try {
    const env = { ...process.env, ...world.env }
    const cli = await bundleForNode('app/cli/main.ts', 'cli')
    const run = (...words: readonly string[]) =>
      promisify(execFile)(process.execPath, [cli, ...words, '--json'], { env }).catch(() => undefined)
    await run('refresh', 'far:dan@example.test')
    await run('refresh', 'openai-codex:bob@example.test')
    const { profiles } = JSON.parse((await run('list'))?.stdout ?? '')
    const seen = Object.fromEntries(
      profiles.map(({ account, state, mode, drift }: Record<string, string>) => [
        account?.split('@')[0],
        [state, mode, drift?.length],
      ]),
    )
    expect(seen).toEqual({
      ada: ['fresh', 'shared', 1],
      bob: ['needs-login', 'shared', 0],
      carol: [expect.stringMatching(/fresh|due/), 'shared', 0],
      dan: ['retrying', 'own', 0], // expired, and nobody answers there
      eve: ['fresh', 'own', 0],
      fay: ['held', 'borrowed', 0],
    })
    const dan = profiles.find(({ account }: Record<string, string>) => account?.startsWith('dan@'))
    expect(Date.parse(dan.accessExpiresAt)).toBeLessThan(Date.now())
    expect(world.logins.map(({ account }) => account.split('@')[0])).toEqual(Object.keys(seen).sort())
  } finally {
    await world.close()
  }
})
