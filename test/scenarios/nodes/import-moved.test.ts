import { afterEach, expect, it } from 'vitest'
import { HomeMachine } from '../../support/home-machine.ts'
import { credential, LATER } from '../../support/logins.ts'

const NAME = 'openai-codex:ada@example.test'
const ADA = { email: 'ada@example.test' }
let machine: HomeMachine | undefined
afterEach(async () => machine?.home.remove())

it.each(['moved', 'superseded'])(
  'a refresh token that the journal calls %s is not brought over a login that works',
  async (state) => {
    machine = await HomeMachine.make()
    const { journal, ports, vault } = machine
    const old = ports.random.fingerprint('CANARY-refresh-old')
    if (state === 'moved') {
      await journal.transferOut(old, NAME, { move: 'move-1', machine: 'machine-b', name: 'T440' })
    } else {
      await journal.claim(old, NAME, 1)
      const next = credential({ access: 'CANARY-next', refresh: 'CANARY-refresh-next' })
      const answer = {
        successor: ports.random.fingerprint('CANARY-refresh-next'),
        next,
        key: await journal.prepare(),
      }
      await (
        await journal.answered(old, { ...answer, seen: [], home: { provider: 'openai-codex', holders: [] } })
      )()
      await journal.superseded(old)
    }
    const lender = { machine: 'machine-b', name: 'T440', profile: NAME }
    const held = credential({
      account: ADA,
      ...(state === 'moved' ? {} : { refresh: 'CANARY-refresh-here' }),
    })
    await vault.add({
      id: NAME,
      provider: 'openai-codex',
      credential: held,
      ...(state === 'moved' ? { borrowed: lender } : {}),
    })
    const profile = {
      type: 'oauth',
      provider: 'openai-codex',
      ...ADA,
      access: 'CANARY-old',
      refresh: 'CANARY-refresh-old',
      expires: LATER,
    }
    const path = await machine.foreign({ [NAME]: profile }) // a backup of this machine, from before
    const { rows } = await machine.transfer.plan(path)
    expect(rows).toMatchObject([{ verdict: 'older', selectable: false }])
  },
)
