import { describe, expect, it } from 'vitest'
import { RegisterFailure } from '../../../../app/base/register.ts'
import { writeForSure } from '../../../../app/engine/fleet/write-for-sure.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { FakeRegisterServer, lostReply } from '../../../fakes/register.ts'

describe('a write for sure', () => {
  it('finds its own write when the reply was lost', async () => {
    const clock = new FakeClock()
    const link = new FakeRegisterServer().link()
    let lost = 0
    link.after = () => {
      if (lost++ === 0) throw lostReply()
    }
    expect(await clock.run(writeForSure(clock, 'nonce', () => link.create('/a', 'nonce')))).toMatchObject({
      kind: 'written',
      revision: (await link.read('/a'))?.revision,
    })
  })

  it('does not take another write for its own', async () => {
    const clock = new FakeClock()
    const server = new FakeRegisterServer()
    const link = server.link()
    link.before = () => {
      link.before = () => void server.write('/a', 'theirs')
      throw lostReply()
    }
    expect(await clock.run(writeForSure(clock, 'nonce', () => link.create('/a', 'nonce')))).toMatchObject({
      kind: 'refused',
      now: { value: 'theirs' },
    })
  })

  it('says at once that nothing was done, and only then that nobody knows', async () => {
    const clock = new FakeClock()
    const link = new FakeRegisterServer().link()
    link.cut()
    await expect(writeForSure(clock, 'nonce', () => link.create('/a', 'nonce'))).rejects.toMatchObject({
      reason: 'unreachable',
    })
    link.before = () => {
      link.before = () => undefined
      throw new RegisterFailure('no-quorum', true, 'no leader')
    }
    const written = writeForSure(clock, 'nonce', () => link.create('/a', 'nonce'))
    await expect(clock.run(written)).rejects.toMatchObject({ reason: 'unknown', left: true })
  })

  it('does not go on where that is of no use', async () => {
    const clock = new FakeClock()
    const link = new FakeRegisterServer().link()
    for (const reason of ['denied', 'full', 'gone-back'] as const) {
      link.before = () => {
        throw new RegisterFailure(reason, true, reason)
      }
      await expect(writeForSure(clock, '', () => link.create('/a', ''))).rejects.toMatchObject({ reason })
    }
  })
})
