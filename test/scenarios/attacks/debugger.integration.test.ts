/** SIGUSR1 has Node.js listen for a debugger: nothing of ours does. */
import { spawn } from 'node:child_process'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '../../../app/platform/clock.ts'
import { streamChannel } from '../../../app/platform/socket/stream-channel.ts'
import { handshake } from '../../../app/rpc/handshake-client.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'

const KEY = 'openrouter:default'
/** Or that it could not, since somebody else is there. */
const OPENED = /Debugger|inspector/i

let cli: string
let home: Home
beforeAll(async () => {
  cli = await bundleForNode('app/cli/main.ts', 'cli')
})
beforeEach(async () => {
  home = await makeHome()
  await home.writeAgent('main', { [KEY]: { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' } })
})
afterEach(async () => {
  await killCommands()
  await home.remove()
})

describe.skipIf(process.platform === 'win32')('SIGUSR1', () => {
  it('opens no debugger in a host, and does not end it', async () => {
    const running = await lamplighter(home, 'serve')
    await running.printed('Lamplighter serves')
    for (let n = 0; n < 3; n++) running.child.kill('SIGUSR1')
    expect((await (await lamplighter(home, 'token', KEY)).ended).out).toBe('CANARY-key\n')
    running.child.kill('SIGTERM')
    const { code, err } = await running.ended
    expect(err).not.toMatch(OPENED)
    expect(code).toBe(0)
  })

  it('opens none in the process that makes an exchange', async () => {
    const child = spawn(process.execPath, [cli, 'exchange'], { env: home.env })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    const wire = streamChannel(child.stdout, child.stdin)
    const me = { process: 'test', pid: process.pid }
    const asked = await handshake(wire, me, createClock(), 20_000)
    for (let n = 0; n < 3; n++) child.kill('SIGUSR1')
    expect((await asked.ask('overview', undefined)).profiles).toHaveLength(1)
    const ended = new Promise((resolve) => child.on('close', resolve))
    asked.peer.close()
    expect(await ended).toBe(0)
    expect(err).not.toMatch(OPENED)
  })
})
