import { expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

it.each([
  ['a month of the history', (op: string, path: string) => op === 'read' && path.endsWith('.jsonl')],
  ['the folder of the history', (op: string, path: string) => op === 'list' && path.endsWith('/history')],
  ['the note about a pause', (op: string, path: string) => op === 'read' && path.endsWith('/pause.json')],
  ['the note about hooks', (op: string, path: string) => op === 'read' && path.endsWith('/hooks.json')],
])('logins are renewed although %s cannot be read', async (_name, isIt) => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const first = await machine.start(true)
  await machine.clock.advance(MINUTE)
  await machine.run(first.core.close())
  await machine.clock.advance(120 * MINUTE)
  machine.files.before = (operation, path) => {
    if (isIt(operation, path)) throw new AppError('STORE_UNREADABLE', `Reading ${path} failed (EACCES).`)
  }
  const { core } = await machine.start(true)
  await machine.clock.advance(MINUTE)
  expect(core.profile(PROFILE).status.kind).toBe('fresh')
  await machine.run(core.close())
})
