// `npm run demo`: the application on a throw-away home, with a real authorization server in this very process and
// six logins that show what can happen to a login. Nothing outside a temporary folder is touched.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createWorld } from './demo/world.mjs'
import { start } from './launch.mjs'
import { say, step } from './progress.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lamplighter-demo-'))
let world
try {
  world = await step('starting a provider and making six logins', () =>
    createWorld({ folder: join(folder, 'world') }),
  )
  for (const line of whatToLookAt(world)) say(line)
  process.exitCode = await start({ env: { ...world.env, ...withoutDesktop(folder) } })
} catch (error) {
  say(error.message)
  process.exitCode = 1
} finally {
  await world?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function whatToLookAt({ issuer, logins, tokenSeconds }) {
  return [
    `the provider is ${issuer}; its tokens live for ${tokenSeconds} s and its refresh tokens can be spent once`,
    ...logins.map(({ account, where, story }) => `  ${account.padEnd(20)} ${where.padEnd(18)} ${story}`),
    'watch the countdowns: each login is refreshed about 24 s before it lapses, by itself',
    'bob was signed out by the provider: click "Sign in" in his row and sign in as bob',
    'Ctrl-C ends the demo and removes everything it made',
  ]
}

/** Without a desktop there is no browser to open: the address is printed, and can be opened from anywhere on this machine. */
function withoutDesktop(where) {
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (desktop) return {}
  const bin = join(where, 'bin')
  mkdirSync(bin)
  const opener = join(bin, 'xdg-open')
  writeFileSync(opener, '#!/bin/sh\nprintf "lamplighter: to sign in, open %s\\n" "$1" >&2\n')
  chmodSync(opener, 0o755)
  return { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}
