import { expect, it } from 'vitest'
import type { SettingsView } from '../../../app/contract/views.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { MemoryMachine, MINUTE } from '../../support/memory-machine.ts'

// Whoever hears of settings acts on them: the entry that starts us with the session would be taken away.
it('a config.json that is broken from the start, and still is, tells nobody that everything is set back', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const good = machine.files.text(FAKE_PATHS.config) ?? ''
  machine.files.put(FAKE_PATHS.config, '{')
  const { core } = await machine.start(true)
  const told: SettingsView[] = []
  core.on('settings', (view) => told.push(view))
  machine.files.put(FAKE_PATHS.config, '{ "startAtLogin": true')
  await machine.clock.advance(MINUTE)
  expect(core.overview().problems).toMatchObject([
    { code: 'CONFIG_INVALID', path: expect.stringMatching(/config\.json$/) },
  ])
  expect(told).toEqual([])
  machine.files.put(FAKE_PATHS.config, JSON.stringify({ ...JSON.parse(good), startAtLogin: true }))
  await machine.clock.advance(MINUTE)
  expect(core.overview().problems).toEqual([])
  expect(told.map(({ startAtLogin }) => startAtLogin)).toEqual([true])
  await machine.run(core.close())
})
