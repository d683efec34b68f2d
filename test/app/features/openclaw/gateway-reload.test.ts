/** OpenClaw's running gateway is told of what it does not see by itself. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MODEL_ENDPOINT } from '../../../fakes/model-provider.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, MINUTE, PROFILE } from '../../../support/memory-machine.ts'

const USE = 'audience openclaw:openai:lamplighter-ada-example.test'
const RELOAD = 'openclaw secrets reload --json'

let machine: MemoryMachine
let host: Booted | undefined

beforeEach(async () => {
  machine = new MemoryMachine({ keptBy: 'vault' })
  await machine.writeVault({ ...machine.first, expires: machine.clock.now() + HOUR })
})
afterEach(async () => {
  if (host) await machine.run(host.core.close())
  host = undefined
})

async function begin(uses: readonly string[], schedule = true): Promise<void> {
  const providers = { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } }
  machine.files.put(FAKE_PATHS.config, JSON.stringify({ providers, uses: { [PROFILE]: uses } }))
  host = await machine.start(schedule)
  await machine.clock.advance(1000)
}
const told = () => host?.ports.commands.runs.map(({ words }) => words.join(' '))
const problems = () => host?.core.overview().problems.map(({ message }) => message)

describe('GatewayReload', () => {
  it('tells the gateway at the start, and of each new token of a login that OpenClaw uses', async () => {
    await begin([USE])
    expect(told()).toEqual([RELOAD])
    await machine.clock.advance(HOUR)
    expect(machine.provider.requests).toBe(1)
    expect(told()).toEqual([RELOAD, RELOAD])
  })

  it('finds OpenClaw where a desktop does not look', async () => {
    await begin([])
    host?.ports.programs.installed.add('openclaw')
    await addUse()
    expect(told()).toEqual([`/usr/bin/${RELOAD}`])
  })

  it('has nothing to tell of logins that are for something else', async () => {
    await begin(['audience reports'])
    await machine.clock.advance(HOUR)
    expect(told()).toEqual([])
  })

  it('leaves it to the host that schedules', async () => {
    await begin([USE], false)
    await machine.clock.advance(HOUR)
    expect(told()).toEqual([])
  })

  it('is content where no gateway runs', async () => {
    await begin([])
    host?.ports.commands.prints.set('openclaw', () => ({
      code: 1,
      output: 'Gateway not reachable at ws://…',
    }))
    await addUse()
    await machine.clock.advance(10 * MINUTE)
    expect(told()).toEqual([RELOAD])
    expect(problems()).toEqual([])
  })

  it('says that it could not be told, tries again, and takes that back', async () => {
    await begin([])
    host?.ports.commands.prints.set('openclaw', () => ({ why: 'is not there' }))
    await addUse()
    expect(problems()?.[0]).toContain('OpenClaw’s gateway may still use an old token.')
    expect(host?.core.overview().problems[0]?.command).toBe('openclaw secrets reload')
    host?.ports.commands.prints.delete('openclaw')
    await machine.clock.advance(MINUTE)
    expect(told()).toEqual([RELOAD, RELOAD])
    expect(problems()).toEqual([])
  })
})

/** The person adds a use while the host runs. */
async function addUse(): Promise<void> {
  if (!host) throw new Error('nobody runs')
  await machine.run(host.core.uses.change(PROFILE, USE, true))
  await machine.run(host.core.look())
  await machine.clock.advance(1000)
}
