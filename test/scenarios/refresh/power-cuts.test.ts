/** The power goes at every call to the disk, whatever a file system then makes of what was not flushed. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import type { AfterCut } from '../../fakes/durability.ts'
import { MemoryMachine, MINUTE, PROFILE, STORES } from '../../support/memory-machine.ts'

type KeptBy = (typeof STORES)[number]
type AfterOf = (path: string) => AfterCut

const LEFT: Readonly<Record<string, AfterOf>> = {
  'nothing of it is there': () => 'old',
  'all of it is there': () => 'new',
  'the names are there and the texts are not': () => 'blank',
  'only the journal is there': (path) => (path.includes('/journal/') ? 'new' : 'old'),
  'all but the journal is there': (path) => (path.includes('/journal/') ? 'old' : 'new'),
}

interface Cut {
  readonly machine: MemoryMachine
  readonly what: string
  /** Whoever asked has the new token, or somebody could read it in a store. */
  readonly isOut: boolean
  /** The journal held the provider's answer for good. */
  readonly isKept: boolean
  readonly requests: number
}

/** Refreshes, and cuts the power at the nth call. Undefined when there are fewer. */
async function cutAt(keptBy: KeptBy, nth: number, afterOf: AfterOf): Promise<Cut | undefined> {
  const machine = new MemoryMachine({ keptBy })
  await machine.seed()
  const host = await machine.start(false)
  let calls = 0
  let told = false
  let cut: Cut | undefined
  const isOver = new Promise<void>((resolve) => {
    machine.files.before = async (operation, path) => {
      if (calls++ !== nth) return
      machine.files.before = () => undefined
      host.die()
      const { requests } = machine.provider
      const isOut = told || (requests > 0 && (await holdsNewest(machine)))
      machine.files.cutPower(afterOf)
      cut = { machine, what: `${operation} ${path}`, isOut, isKept: hasAnswer(machine), requests }
      resolve()
      await new Promise(() => undefined)
    }
  })
  const whole = async (): Promise<void> => {
    await host.core.token(PROFILE)
    told = true
    await host.core.close()
  }
  await machine.run(Promise.race([whole(), isOver]))
  return cut
}

function hasAnswer(machine: MemoryMachine): boolean {
  return Object.entries(machine.files.all()).some(
    ([name, text]) => name.includes('/journal/') && /"state":"answered".*"sealed"/.test(text),
  )
}

async function holdsNewest(machine: MemoryMachine): Promise<boolean> {
  return (await machine.stored()) === machine.provider.currentRefreshToken
}

describe.each(STORES)('a login kept by %s', (keptBy) => {
  it.each(Object.keys(LEFT))(
    'survives a power cut at every moment: of what was not flushed, %s',
    async (name) => {
      const afterOf = LEFT[name] ?? (() => 'old')
      let cuts = 0
      for (let nth = 0; ; nth++) {
        const cut = await cutAt(keptBy, nth, afterOf)
        if (!cut) break
        cuts++
        await expectHonest(cut, `at ${nth}: ${cut.what}`)
      }
      expect(cuts).toBeGreaterThan(20)
    },
  )

  it('has its ticket on the disk while the request is under way', async () => {
    const machine = new MemoryMachine({ keptBy })
    await machine.seed()
    let journal: string | undefined
    const host = await machine.startWith(false, async () => {
      await machine.clock.sleep(20)
      machine.files.cutPower(() => 'old')
      const [path, text] =
        Object.entries(machine.files.all()).find(([one]) => one.includes('/journal/')) ?? []
      journal = path && text
    })
    await machine.run(host.core.token(PROFILE))
    expect(journal).toContain('"state":"asking"')
    await machine.run(host.core.close())
  })

  it('keeps the answer although its ticket could not be flushed at first', async () => {
    const machine = new MemoryMachine({ keptBy })
    await machine.seed()
    const host = await machine.start(false)
    let flushes = 0
    machine.files.before = (operation, path) => {
      if (operation === 'flush' && path.includes('/journal/') && flushes++ === 0)
        throw new AppError('STORE_UNWRITABLE', 'the disk refused once')
      if (operation === 'flush' && path === machine.fileOf('main')) {
        host.die()
        machine.files.cutPower(() => 'old')
        machine.files.before = () => undefined
        return new Promise(() => undefined)
      }
    }
    void host.core.token(PROFILE)
    await machine.clock.advance(1000)
    expect({ flushes, kept: hasAnswer(machine) }).toEqual({ flushes: 3, kept: true }) // of the ticket, of the answer's text, and of its name after all
  })

  it('changes no store before the journal has the answer for good', async () => {
    const machine = new MemoryMachine({ keptBy })
    await machine.seed()
    const before = machine.files.text(machine.fileOf('main'))
    const host = await machine.start(false)
    let seen: string | undefined
    machine.files.before = async (operation, path) => {
      if (operation !== 'flush' || !path.includes('/journal/') || !hasAnswer(machine)) return
      await machine.clock.sleep(5_000)
      seen = machine.files.text(machine.fileOf('main'))
    }
    await machine.run(host.core.token(PROFILE))
    expect(seen).toBe(before)
    expect(await holdsNewest(machine)).toBe(true)
    await machine.run(host.core.close())
  })
})

async function expectHonest({ machine, isOut, isKept, requests }: Cut, where: string): Promise<void> {
  await machine.clock.advance(20_000) // until it is up again
  const host = await machine.start(true)
  await machine.clock.advance(10 * MINUTE) // a lock of OpenClaw that lost its owner's name is watched for a while
  const { provider } = machine
  const status = host.core.profile(PROFILE).status.kind
  const isNewest = await holdsNewest(machine)
  // A reply that reached no disk, and nobody, is what no program can bring back: it is tried once more, and said.
  const isLost = requests > 0 && !isOut && !isKept && !isNewest
  const expected = isLost
    ? { isNewest: false, status: 'needs-login', reuses: 1 }
    : { isNewest: true, status: 'fresh', reuses: 0 }
  expect({ where, isNewest, status, reuses: provider.reuses }).toEqual({ where, ...expected })
  await machine.run(host.core.close())
}
