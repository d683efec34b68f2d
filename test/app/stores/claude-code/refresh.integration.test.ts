/** The real Commands port and a process in Claude Code's place, which leaves as soon as its input ends, as it does. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodePorts } from '../../../../app/platform/node-ports.ts'
import { claudeCode } from '../../../../app/stores/claude-code/claude-code.ts'
import { NO_CHOICES } from '../../../../app/stores/shared/program-choices.ts'
import { type Home, makeHome } from '../../../support/home.ts'

const ANSWERS_AFTER_MS = 2_500

let home: Home
let path: string | undefined
beforeEach(async () => {
  home = await makeHome()
  path = process.env.PATH
})
afterEach(async () => {
  process.env.PATH = path
  await home.remove()
})

it.skipIf(process.platform === 'win32')(
  'a slow reply is stored, and the process is gone afterwards',
  async () => {
    const ports = createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
    const folder = join(ports.paths.userHome, '.claude')
    const file = join(folder, '.credentials.json')
    const login = { accessToken: 'CANARY1', refreshToken: 'CANARYr', expiresAt: Date.now() + 60_000 }
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify({ claudeAiOauth: login }))
    const bin = join(ports.paths.userHome, 'bin')
    mkdirSync(bin)
    const script = `#!${process.execPath}
const { writeFileSync } = require('node:fs')
process.stdin.once('data', (line) => {
  JSON.parse(line)
  setTimeout(() => writeFileSync(${JSON.stringify(file)}, JSON.stringify({ claudeAiOauth:
    { accessToken: 'CANARY2', refreshToken: 'CANARYs', expiresAt: Date.now() + 28800000 } })), ${ANSWERS_AFTER_MS})
})
process.stdin.on('end', () => process.exit(0))
`
    writeFileSync(join(bin, 'claude'), script)
    chmodSync(join(bin, 'claude'), 0o755)
    process.env.PATH = `${bin}:${path}`
    const store = claudeCode(ports, { ...NO_CHOICES, mayRefresh: () => true })
    const [entry] = (await store.scan()).entries
    if (!entry) throw new Error('no login')
    const began = Date.now()
    await store.delegation?.refresh(entry.holder, new AbortController().signal)
    expect(readFileSync(file, 'utf8')).toContain('CANARY2')
    expect(Date.now() - began).toBeGreaterThanOrEqual(ANSWERS_AFTER_MS)
    expect(Date.now() - began).toBeLessThan(30_000) // it waits for the file, not for its patience to end
  },
)
