import { describe, expect, it } from 'vitest'
import { relay } from '../../../app/host/relay.ts'
import { channelPair } from '../../../app/rpc/channel-pair.ts'
import { connectPeer } from '../../../app/rpc/peer.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { FakeProcess } from '../../fakes/process.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** far side <-> bridge <-> host */
function machine() {
  const [far, farEnd] = channelPair()
  const [hostEnd, hostWire] = channelPair()
  let reply: (value: unknown) => void = () => undefined
  const slow = new Promise((resolve) => (reply = resolve))
  const host = connectPeer(
    hostWire,
    new Map([
      ['hello', async (params: unknown) => params],
      ['slow', () => slow],
    ]),
  )
  const clock = new FakeClock()
  const process = new FakeProcess({ pid: 4711 })
  const done = relay(farEnd, { ...hostEnd, key: 'CANARY-key' }, { clock, process }, 'CANARY-proof')
  return { far, host, done, clock, reply: (value: unknown) => reply(value) }
}

const HELLO = { protocol: 1, process: 'lamplighter', pid: 99 }

describe('bridge', () => {
  it('puts the key into the hello, and its own pid: the other one means nothing here', async () => {
    const { far } = machine()
    expect(await connectPeer(far).call('hello', HELLO)).toEqual({
      protocol: 1,
      process: 'lamplighter over ssh',
      pid: 4711,
      key: 'CANARY-key',
      relay: 'CANARY-proof',
    })
  })

  it('does not let the far side say which key it is', async () => {
    const { far } = machine()
    expect(await connectPeer(far).call('hello', { ...HELLO, key: 'guess', relay: 'guess' })).toMatchObject({
      key: 'CANARY-key',
      relay: 'CANARY-proof',
    })
  })

  it('carries events and calls of either side', async () => {
    const { far, host } = machine()
    const told: unknown[] = []
    const caller = connectPeer(far, new Map([['who', async () => 'far']]))
    caller.on('news', (payload) => void told.push(payload))
    host.tell('news', 1)
    expect(await host.call('who')).toBe('far')
    expect(told).toEqual([1])
  })

  it('ends when the host goes, and lets the far side know', async () => {
    const { far, host, done } = machine()
    const waiting = connectPeer(far).call('slow')
    host.close()
    await done
    await expect(waiting).rejects.toMatchObject({ code: 'HOST_GONE' })
  })

  it('ends when the far side goes, but not before what it asked is answered', async () => {
    const { far, done, reply } = machine()
    let isDone = false
    void done.then(() => {
      isDone = true
    })
    const caller = connectPeer(far)
    await caller.call('hello', HELLO)
    caller.call('slow').catch(() => undefined)
    await settled()
    caller.close()
    await settled()
    expect(isDone).toBe(false)
    reply('late')
    await settled()
    expect(isDone).toBe(true)
  })

  it('does not wait for an answer that waits for the far side itself', async () => {
    const { far, host, done, reply } = machine()
    const caller = connectPeer(
      far,
      new Map([['what the far side knows', () => new Promise(() => undefined)]]),
    )
    await caller.call('hello', HELLO)
    const asked = host.call('what the far side knows')
    asked.catch((error: Error) => reply(error.message))
    caller.call('slow').catch(() => undefined) // answered once that is
    await settled()
    caller.close()
    await done
    await expect(asked).rejects.toMatchObject({ code: 'HOST_GONE' })
    await expect(host.call('once more')).rejects.toMatchObject({ code: 'HOST_GONE' })
  })

  it('does not wait for good for an answer that nobody may be there to hear', async () => {
    const { far, done, clock } = machine()
    let isDone = false
    void done.then(() => {
      isDone = true
    })
    const caller = connectPeer(far)
    await caller.call('hello', HELLO)
    caller.call('slow').catch(() => undefined)
    await settled()
    caller.close()
    await settled()
    await clock.advance(30_000) // an exchange takes no longer
    expect(isDone).toBe(false)
    await clock.advance(30_000)
    await settled()
    expect(isDone).toBe(true)
  })

  it('passes on what it does not understand: the host judges it', async () => {
    const { far, host, done } = machine()
    far.send('rubbish')
    await done
    await host.closed
  })
})
