/**
 * A second machine in a folder: OpenClaw's files, a Lamplighter of its own, and in the place of ssh a program that runs
 * the command there. What ssh itself does is not in it. Linux and macOS.
 */
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLogins, writeAgents } from '../../../scripts/demo/openclaw-files.mjs'
import type { World } from '../../../scripts/demo/world.mjs'

const CLI = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'lamplighter.cjs')
const LIFE_MS = 2 * 60_000 // of an access token in the demo's world

export interface FarMachine {
  /** For the application: any destination leads there. */
  readonly env: Readonly<Record<string, string>>
  stored(account: string): ReturnType<World['stored']>
}

/** @param accounts each signed in to the demo's provider there, in an agent of its own */
export async function createFarMachine(
  folder: string,
  world: World,
  accounts: readonly string[],
): Promise<FarMachine> {
  const home = join(folder, 'far')
  const openclaw = join(home, 'openclaw')
  const lamplighter = join(home, 'lamplighter')
  mkdirSync(lamplighter, { recursive: true, mode: 0o700 })
  // The same providers on both machines, as a person has who uses the same programs on both.
  copyFileSync(join(world.env.LAMPLIGHTER_HOME ?? '', 'config.json'), join(lamplighter, 'config.json'))
  const agents = await Promise.all(
    accounts.map(async (account) => {
      const tokens = await world.server.mint({ account, clientId: 'codex' })
      const login = { provider: 'openai-codex', account, tokens, expiresAtMs: Date.now() + LIFE_MS }
      return [account.split('@')[0] ?? account, [login]] as const
    }),
  )
  writeAgents(openclaw, Object.fromEntries(agents))
  const bin = join(home, 'bin')
  mkdirSync(bin)
  program(join(bin, 'lamplighter'), `exec '${process.execPath}' '${CLI}' "$@"`)
  const runtime = join(home, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const far = `HOME='${home}' XDG_RUNTIME_DIR='${runtime}' LAMPLIGHTER_HOME='${lamplighter}' OPENCLAW_STATE_DIR='${openclaw}'`
  // Its last argument is the command; nothing of this machine's environment goes along.
  program(
    join(home, 'ssh'),
    `for command; do :; done\nexec env -i PATH='${bin}':/usr/bin:/bin ${far} sh -c "$command"`,
  )
  return {
    env: { LAMPLIGHTER_SSH: `"${join(home, 'ssh')}"` },
    stored: (account) => readLogins(openclaw, account),
  }
}

function program(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}
