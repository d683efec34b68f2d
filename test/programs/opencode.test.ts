/** The real opencode on what Lamplighter wrote: it names each login, and leaves the file as it is. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { opencode } from '../../app/stores/opencode.ts'
import { successorOf } from '../conformance/store.conformance.ts'
import { type Home, makeHome } from '../support/home.ts'
import { programFixture } from '../support/json-files.ts'
import { Program, packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const packages = packagesOf('opencode-ai')
const BINARY = join(`opencode-${process.platform}-${process.arch}`, 'bin', 'opencode')

describe.skipIf(packages === undefined || process.platform === 'win32')('opencode 1.18.33', () => {
  let home: Home
  beforeEach(async () => {
    home = await makeHome()
  })
  afterEach(() => home.remove())

  it('lists every login after a write of ours, and changes nothing', async () => {
    const file = join(home.env['HOME'] ?? '', '.local', 'share', 'opencode', 'auth.json')
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, programFixture('opencode-1.18.33.json'))
    const store = opencode(createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' }))
    const entry = (await store.scan()).entries.find(({ holder }) => holder.entry === 'opencode:openai')
    if (!entry?.credential) throw new Error('no login')
    const next = successorOf(entry.credential)
    expect(await store.writing.replace(entry.holder, next, entry.credential)).toBe('written')
    const written = readFileSync(file, 'utf8')
    const env = { ...home.env, OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' }
    const program = new Program(join(packages ?? '', BINARY), ['auth', 'list'], env)
    await expect.poll(() => program.printed, { message: program.told }).toContain('5 credentials')
    for (const name of ['OpenAI', 'xAI', 'GitHub Copilot', 'GitLab Duo', 'Anthropic'])
      expect(program.printed).toContain(name)
    await program.end()
    expect(readFileSync(file, 'utf8')).toBe(written)
  })
})

describe.skipIf(packages === undefined || !ProgramHome.canBe())('opencode 1.18.33, asked', () => {
  it('says its version, and does nothing besides', async () => {
    const here = await ProgramHome.make('opencode', join(packages ?? '', BINARY))
    try {
      const openai = { type: 'oauth', refresh: 'refresh-1', access: 'access-1', expires: Date.now() - 60_000 }
      here.put({ openai }, '.local', 'share', 'opencode', 'auth.json')
      expect(await versionFound(here, 'opencode')).toBe('1.18.33')
    } finally {
      await here.close()
    }
  })
})
