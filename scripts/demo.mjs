// `npm run demo`: the application on a throw-away home, with a real authorization server in this very process and
// six logins that show what can happen to a login. Nothing outside a temporary folder is touched.
import './node-version.mjs'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createWorld } from './demo/world.mjs'
import { prepare, start } from './launch.mjs'
import { say, step } from './progress.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lamplighter-demo-'))
const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
const leave = () => {
  clean()
  process.exit(130)
}
process.on('SIGINT', leave).on('SIGTERM', leave)
let world
try {
  await prepare() // may take a minute the first time, and the tokens of the demo live for two
  world = await step('starting a provider and making six logins', () =>
    createWorld({ folder: join(folder, 'world'), isDemo: true }),
  )
  for (const line of whatToLookAt(world)) say(line)
  process.off('SIGINT', leave).off('SIGTERM', leave) // from here on the application is asked to end
  process.exitCode = await start({ env: { ...world.env, ...withoutDesktop(folder) } })
} catch (error) {
  say(error.message)
  process.exitCode = 1
} finally {
  await world?.close()
  clean()
}

function whatToLookAt({ env, issuer, logins, tokenSeconds }) {
  return [
    `the provider is ${issuer}; its tokens live for ${tokenSeconds} s and its refresh tokens can be spent once`,
    ...logins.map(({ account, where, story }) => `  ${account.padEnd(20)} ${where.padEnd(18)} ${story}`),
    'watch the countdowns: each login is refreshed about 24 s before it lapses, by itself',
    'the provider has ended bob\'s login: click "Sign in" in his row, and once more on the provider\'s page',
    'the command line on the same logins, in another terminal:',
    `  export LAMPLIGHTER_HOME=${env.LAMPLIGHTER_HOME} OPENCLAW_STATE_DIR=${env.OPENCLAW_STATE_DIR}`,
    '  npx lamplighter list; npx lamplighter status --watch; npx lamplighter token eve@example.test',
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
