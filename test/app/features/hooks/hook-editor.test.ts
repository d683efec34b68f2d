/** Hooks that a person sets, tries and takes out again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../../app/core.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../../fakes/ports.ts'

const COMMAND = ['/usr/bin/tell', 'me']

let ports: FakePorts
let core: Core
beforeEach(async () => {
  ports = createFakePorts()
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ theme: 'dark', hooks: { refreshed: ['logger'] } }))
  core = createCore(ports)
  await run(core.start({ schedule: false }))
})
afterEach(() => run(core.close()))

const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const written = () => JSON.parse(ports.files.text(FAKE_PATHS.config) ?? '{}')

describe('a hook', () => {
  it('is written beside the others, and known at once', async () => {
    await run(core.hooks.change('needs-login', COMMAND))
    expect(written()).toEqual({ theme: 'dark', hooks: { refreshed: ['logger'], 'needs-login': COMMAND } })
    expect(core.settings().hooks).toContainEqual({ event: 'needs-login', program: COMMAND[0] })
  })

  it('is removed, and back with every word when that is undone', async () => {
    await run(core.hooks.change('needs-login', COMMAND))
    await run(core.hooks.change('needs-login', undefined))
    expect(written().hooks).toEqual({ refreshed: ['logger'] })
    await run(core.hooks.undo('needs-login'))
    expect(written().hooks['needs-login']).toEqual(COMMAND)
  })

  it('is not undone over what a person wrote since', async () => {
    await run(core.hooks.change('refreshed', undefined))
    ports.files.put(FAKE_PATHS.config, JSON.stringify({ hooks: { refreshed: ['mine'] } }))
    await ports.clock.advance(1_000)
    await expect(run(core.hooks.undo('refreshed'))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    expect(written().hooks).toEqual({ refreshed: ['mine'] })
  })

  it('is tried with a line that says it is a trial, and what it printed is told without secrets', async () => {
    await run(core.hooks.change('needs-login', COMMAND))
    ports.commands.prints.set('/usr/bin/tell', () => 'sent with access_token=CANARY-1')
    expect(await run(core.hooks.try('needs-login'))).toEqual({
      works: true,
      message: 'It ran, and ended well.',
      output: 'sent with access_token=[secret]',
    })
    const [ran] = ports.commands.runs
    expect(ran?.words).toEqual(COMMAND)
    expect(ran?.input).toMatchObject({ event: 'needs-login', trial: true, version: 1 })
  })

  it('that fails in a trial says how', async () => {
    ports.commands.prints.set('logger', () => ({ code: 3, output: 'no such facility' }))
    expect(await run(core.hooks.try('refreshed'))).toEqual({
      works: false,
      message: 'logger ended with 3.',
      output: 'no such facility',
    })
  })

  it('that is not there, or has no name of ours, is said', async () => {
    await expect(run(core.hooks.try('expiring'))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    await expect(run(core.hooks.change('constructor', COMMAND))).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
  })
})
