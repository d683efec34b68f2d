import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createCore } from '../../../app/core.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { makeHome } from '../../support/home.ts'

it('a host whose scheduler lock was removed takes it again, and goes on refreshing', async () => {
  const home = await makeHome()
  onTestFinished(() => home.remove())
  const ports = createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
  const core = createCore(ports)
  await core.start({ schedule: true })
  try {
    expect(core.overview().scheduler.running).toBe(true)
    await rm(join(ports.paths.locks, 'scheduler.lock'), { recursive: true }) // a person tidies up, or another took it over
    expect(core.overview().scheduler.running).toBe(false)
    const looked = (): boolean => {
      core.wake('resume') // a look at the clock, as every 37 s
      return core.overview().scheduler.running
    }
    await expect.poll(looked).toBe(true)
  } finally {
    await core.close()
  }
})
