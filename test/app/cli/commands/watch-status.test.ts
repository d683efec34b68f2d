import { expect, it } from 'vitest'
import { watchStatus } from '../../../../app/cli/commands/watch-status.ts'
import { createRequestBroker } from '../../../../app/cli/io/broker.ts'
import type { Io } from '../../../../app/cli/io/command.ts'
import { type Line, lineText } from '../../../../app/cli/io/line.ts'
import { createCore } from '../../../../app/core.ts'
import { createHost } from '../../../../app/host/host.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { FakeProcess } from '../../../fakes/process.ts'

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

it('status --watch follows the host that runs, looks by itself where none does, and ends when it is told', async () => {
  const ports = createFakePorts()
  const { clock, files, lock, socket } = ports
  const drawn: (readonly string[])[] = []
  const draw = (lines: readonly Line[]) => void drawn.push(lines.map(lineText))
  let interrupt: () => void = () => undefined
  const io = {
    now: () => clock.now(),
    onInterrupt: (stop: () => void) => {
      interrupt = stop
    },
  } as unknown as Io
  const screen = { rows: 24, columns: 80, draw, note: () => undefined }
  const last = (): string => drawn.at(-1)?.join('\n') ?? ''

  const core = createCore(ports)
  const broker = createRequestBroker({ core, ports, startProcess: undefined })
  const watching = watchStatus({ core, ports, broker }, io, screen)
  await clock.advance(10)
  expect(last()).toMatch(/^Lamplighter is not running.*\n.*\n0 logins$/)

  const login = { type: 'token', provider: 'acme', token: 'CANARY' }
  files.put(FILE, JSON.stringify({ version: 1, profiles: { 'acme:\u001b[2J': login } }))
  await clock.advance(10_000)
  expect(last()).toMatch(/1 login: 1 never expires\n\nLOGIN +ACCOUNT .*\nacme:.* – never/)

  const hostPorts = createFakePorts({ clock, files, lock, socket, process: new FakeProcess({ pid: 2 }) })
  const hostCore = createCore(hostPorts)
  await clock.run(hostCore.start({ schedule: true }))
  const host = createHost(hostCore, hostPorts, 'lamplighter serve')
  await clock.run(host.start())
  await clock.advance(6_000)
  expect(last()).toMatch(/^Running: lamplighter serve 0\.0\.0, pid 2, for \d s\.\nNo renewal is planned\./)
  files.put(FILE, JSON.stringify({ version: 1, profiles: {} }))
  await clock.advance(3_000)
  expect(last()).toContain('0 logins')

  await clock.run(host.close())
  await clock.advance(2_000)
  expect(last()).toContain('Lamplighter is not running')
  interrupt()
  await clock.run(watching)
  const draws = drawn.length
  await clock.advance(60_000)
  expect(drawn).toHaveLength(draws)
  for (const hidden of ['\u001b', 'CANARY']) expect(drawn.flat().join('')).not.toContain(hidden)
  await clock.run(hostCore.close())
  await clock.run(core.close())
})
