import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/substitute-runtime.mjs')

it.skipIf(process.platform !== 'linux')(
  'what was half made is removed when somebody presses Ctrl-C',
  async () => {
    const registry = createServer(() => undefined).listen(0, '127.0.0.1') // never answers
    onTestFinished(() => registry.closeAllConnections())
    await once(registry, 'listening')
    const cache = temporaryFolder()
    const child = spawn(
      process.execPath,
      ['-e', `import(${JSON.stringify(SCRIPT)}).then((m) => m.makeSubstitute())`],
      {
        detached: true, // a group of its own, as in a terminal
        env: {
          PATH: process.env.PATH,
          HOME: cache,
          XDG_CACHE_HOME: cache,
          npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
        },
        stdio: 'ignore',
      },
    )
    const pid = child.pid ?? 0
    const ended = once(child, 'exit')
    const made = join(cache, 'lamplighter-dev')
    await once(registry, 'request')
    expect(readdirSync(made)).toHaveLength(1)
    process.kill(-pid, 'SIGINT')
    await ended
    expect(existsSync(made) ? readdirSync(made) : []).toEqual([])
  },
)
