/** Who asked for which login. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, MINUTE, PROFILE } from '../../../support/memory-machine.ts'

let machine: MemoryMachine
let host: Booted

beforeEach(async () => {
  machine = new MemoryMachine()
  host = await machine.start(true)
})
afterEach(() => machine.run(host.core.close()))

function give(program: string, use?: string): Promise<string> {
  const ask = { program: { name: program, isKnown: false }, login: PROFILE, use, askedBy: program }
  return host.core.handOut(ask, () => 'CANARY-token')
}

async function refuse(program: string, error: AppError): Promise<void> {
  const ask = { program: { name: program, isKnown: false }, login: PROFILE, askedBy: program }
  const refused = host.core.handOut(ask, () => Promise.reject(error))
  await expect(refused).rejects.toBe(error)
}

describe('askers', () => {
  it('are counted by the hour, the latest first, with what the last of them was refused', async () => {
    const { askers } = host.core
    await give('lamplighter helper git', 'git https://git.example.test')
    await machine.run(machine.clock.sleep(2 * HOUR))
    await give('lamplighter helper git', 'git https://git.example.test')
    await give('lamplighter helper git', 'git https://git.example.test')
    await machine.run(machine.clock.sleep(MINUTE))
    await refuse('report', new AppError('NEEDS_LOGIN', 'Sign in again.'))
    await refuse('report', new AppError('HOST_GONE', 'It went away.'))
    const [report, git] = askers.list()
    expect(report).toMatchObject({
      program: 'report',
      times: 0,
      refusedTimes: 1,
      lastRefusal: { code: 'NEEDS_LOGIN', atMs: report?.lastAtMs },
    })
    expect(git).toMatchObject({
      program: 'lamplighter helper git',
      login: PROFILE,
      times: 3,
      isWithheld: false,
    })
    expect(git?.byHour).toHaveLength(24)
    expect(git?.byHour.filter((times) => times > 0)).toEqual([1, 2])
  })

  it('are written down within a minute, and known after a start', async () => {
    await give('report')
    const path = `${FAKE_PATHS.state}/askers.json`
    expect(machine.files.text(path)).toBeUndefined()
    await machine.run(machine.clock.sleep(2 * MINUTE))
    expect(JSON.parse(machine.files.text(path) ?? '').askers).toMatchObject([{ program: 'report', times: 1 }])
    await give('report')
    await machine.run(host.core.close())
    host = await machine.start(true)
    expect(host.core.askers.list()).toMatchObject([{ program: 'report', times: 2 }])
  })

  it('are withheld from by a person, in config.json, and are given again', async () => {
    await give('report')
    await machine.run(host.core.withhold(PROFILE, 'report', true))
    expect(JSON.parse(machine.files.text(FAKE_PATHS.config) ?? '').consumers).toEqual({
      withheld: { [PROFILE]: ['report'] },
    })
    expect(host.core.askers.list()).toMatchObject([{ isWithheld: true }])
    await machine.run(host.core.withhold(PROFILE, 'report', false))
    expect(host.core.askers.list()).toMatchObject([{ isWithheld: false }])
  })

  it('that call themselves something else each time do not fill the memory', async () => {
    for (let at = 0; at < 700; at++) await give(`program ${at}`)
    expect(host.core.askers.list()).toHaveLength(500)
  })
})
