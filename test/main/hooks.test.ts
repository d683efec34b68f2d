/** A command runs by itself only because a person said so, in a dialog that no page can press. */
import { describe, expect, it } from 'vitest'
import { createCore } from '../../app/core.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { createFakePorts, FAKE_PATHS } from '../fakes/ports.ts'

const COMMAND = ['/usr/bin/tell', 'Ada L.']

async function machine() {
  const ports = createFakePorts()
  const core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  const desktop = fakeDesktop(core)
  const handlers = createHandlers(core, desktop)
  type Asked = Parameters<typeof answer>
  const ask = (name: Asked[0], ...args: readonly unknown[]) =>
    ports.clock.run(answer(name, args, handlers, ports.log))
  const written = () => JSON.parse(ports.files.text(FAKE_PATHS.config) ?? '{}').hooks
  return { ports, desktop, ask, written }
}

describe('a hook that the window proposes', () => {
  it('is shown word by word, and not written where the person says no', async () => {
    const { ask, desktop, written } = await machine()
    expect(await ask('hook:set', 'needs-login', COMMAND)).toEqual({ ok: true, value: undefined })
    expect(desktop.heard[0]).toContain(`/usr/bin/tell 'Ada L.'\n`)
    expect(written()).toBeUndefined()
  })

  it('is written where they agree; what comes back has no arguments', async () => {
    const { ask, desktop, written } = await machine()
    desktop.picks.push('Let it run')
    const reply = await ask('hook:set', 'needs-login', COMMAND)
    expect(written()).toEqual({ 'needs-login': COMMAND })
    expect(JSON.stringify(reply)).not.toContain('Ada L.')
    await ask('hook:remove', 'needs-login')
    expect(written()).toEqual({})
    expect(await ask('hook:undo', 'needs-login')).toMatchObject({ ok: true })
    expect(written()).toEqual({ 'needs-login': COMMAND })
  })
})

describe('the place of a file that could be safer', () => {
  it('can be shown, and no other', async () => {
    const { ask, desktop, ports } = await machine()
    const copy = '/home/ada/.codex/auth.json.bak'
    ports.files.put(copy, '{"refresh_token":"CANARY-refresh-1"}')
    await ask('path:reveal', copy)
    expect(await ask('path:reveal', '/home/ada/.codex/other')).toMatchObject({ ok: false })
    expect(desktop.revealed).toEqual([copy])
  })
})
