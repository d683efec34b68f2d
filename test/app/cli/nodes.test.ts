import { afterEach, describe, expect, it } from 'vitest'
import { atMachine, type Typed } from '../../support/at-a-machine.ts'
import { Fleet, type FleetMachine, PROFILE } from '../../support/fleet.ts'

let fleet: Fleet

interface Pair {
  readonly there: FleetMachine
  readonly type: (...words: string[]) => Promise<Typed>
}

async function two(): Promise<Pair> {
  fleet = new Fleet()
  const [here, there] = await fleet.two('here', 'there')
  await there.seed()
  return { there, type: atMachine(here.ports).type }
}

afterEach(() => fleet.close())

describe('lamplighter node', () => {
  it('adds, shows, looks and removes', async () => {
    const { type } = await two()
    expect(await type('node', 'list')).toMatchObject({
      code: 0,
      out: expect.stringContaining('lamplighter node add'),
    })
    const added = await type('node', 'add', 'there', '--name', 'T440')
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('T440: Lamplighter runs there') })
    expect(added.out).toMatch(/ada@example\.test +Acme|acme +only there/)
    expect(added.out).toContain('possible: move, borrow*')
    expect((await type('node', 'list')).out).toMatch(
      /^T440 +there +Lamplighter runs there, looked 0 s ago +1 login$/,
    )
    const json = JSON.parse((await type('node', 'look', 'T440', '--json')).out)
    expect(json).toMatchObject({ version: 1, node: { id: 'there', name: 'T440' } })
    expect(await type('node', 'remove', 'T440')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Removed T440 (there) from the list.'),
    })
    expect(await type('node', 'look', 'T440')).toMatchObject({
      code: 64,
      err: expect.stringContaining('node add'),
    })
  })

  it('says what ssh said, and exits as for what may pass', async () => {
    const { type, there } = await two()
    there.asleep = true
    const { code, out, err } = await type('node', 'add', 'nowhere')
    expect(code).toBe(1)
    expect(out).toContain('nowhere does not answer.')
    expect(err).toContain('Run `ssh nowhere` once in a terminal.')
  })

  it.each([['node'], ['node', 'dance'], ['node', 'add'], ['node', 'add', '-oProxyCommand=x']])(
    'refuses %j %j %j',
    async (...words) => {
      const { type } = await two()
      expect((await type(...(words as string[]))).code).toBe(64)
    },
  )
})

describe('lamplighter import --from', () => {
  it('names the price, and does nothing unless somebody agrees', async () => {
    const { type, there } = await two()
    const dry = await type('import', '--from', 'there', '--way', 'move', '--all', '--dry-run')
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('there gives up its refresh token') })
    expect(dry.out).toContain('Nothing was done.')
    expect(await type('import', '--from', 'there', PROFILE)).toMatchObject({ code: 64 })
    expect(await there.canSpend()).toBe(true)
  })

  it('brings what is suggested, and takes it back', async () => {
    const { type } = await two()
    const done = await type('import', '--from', 'there', '--yes')
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Borrowed: there stays its owner') })
    const id = /lamplighter import --undo (\S+)/.exec(done.out)?.[1] ?? ''
    expect(await type('import', '--undo', id)).toMatchObject({ code: 0 })
    expect((await type('list')).out).not.toContain(PROFILE)
  })

  it('moves by name, sends back, and takes over', async () => {
    const { type, there } = await two()
    expect(await type('import', '--from', 'there', PROFILE, '--way', 'move', '--yes')).toMatchObject({
      code: 0,
    })
    expect(await there.canSpend()).toBe(false)
    const sent = await type('send', 'there', PROFILE, '--way', 'move', '--yes', '--json')
    expect(JSON.parse(sent.out)).toMatchObject({ result: { rows: [{ way: 'move' }] } })
    expect(await there.canSpend()).toBe(true)
    expect((await type('token', PROFILE)).out).toBe(
      (await fleet.run(there.core.token(PROFILE))).accessToken.expose(),
    )
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
  })

  it.each([
    [['--way', 'steal'], 'not a way'],
    [['nobody', '--way', 'move', '--yes'], 'no login "nobody"'],
    [[PROFILE, '--all', '--yes'], 'Name the logins, or say --all.'],
  ])('refuses %j', async (words, why) => {
    const { type } = await two()
    expect(await type('import', '--from', 'there', ...words)).toMatchObject({
      code: 64,
      err: expect.stringContaining(why),
    })
  })

  it('fails with the exit code of what failed', async () => {
    const { type, there } = await two()
    await type('node', 'add', 'there')
    await there.shutDown()
    expect((await type('import', '--from', 'there', '--yes')).code).toBe(1)
  })
})
