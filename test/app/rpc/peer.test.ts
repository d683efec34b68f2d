/** Two peers over a wire, and what becomes of a conversation with somebody who does not keep to it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { channelPair } from '../../../app/rpc/channel-pair.ts'
import { connectPeer, type RpcHandlers } from '../../../app/rpc/peer.ts'
import { anyJson, anyText, damaged, fuzz } from '../../support/fuzz.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const ANSWERS: RpcHandlers = new Map([
  ['echo', async (params: unknown) => params],
  ['nothing', async () => undefined],
  ['never', () => new Promise<never>(() => undefined)],
  [
    'fail',
    async () => {
      const options = { hint: 'Sign in.', path: '/home/ada/file', cause: { error: 'invalid_grant' } }
      throw new AppError('NEEDS_LOGIN', 'It has ended.', options)
    },
  ],
  [
    'surprise',
    async () => {
      throw new TypeError('undefined is not a function')
    },
  ],
])

function pair(answers: RpcHandlers = ANSWERS) {
  const [near, far] = channelPair()
  return { near, caller: connectPeer(near), host: connectPeer(far, answers) }
}

/** What a raw wire hears from a host. */
function raw(answers: RpcHandlers = ANSWERS) {
  const [near, far] = channelPair()
  const heard: string[] = []
  near.onLine((line) => void heard.push(line))
  const host = connectPeer(far, answers)
  let isClosed = false
  void host.closed.then(() => {
    isClosed = true
  })
  return { near, heard, isClosed: () => isClosed }
}

describe('converse', () => {
  it('brings each answer to the one who asked', async () => {
    const { caller } = pair()
    const answers = await Promise.all([1, 2, 3].map((n) => caller.call('echo', { n })))
    expect(answers).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(await caller.call('nothing')).toBe(null)
  })

  it('lets either side ask, and tell', async () => {
    const [left, right] = channelPair()
    const a = connectPeer(left, new Map([['who', async () => 'a']]))
    const b = connectPeer(right, new Map([['who', async () => 'b']]))
    expect(await Promise.all([a.call('who'), b.call('who')])).toEqual(['b', 'a'])
    const told: unknown[] = []
    a.on('news', (payload) => void told.push(payload))
    b.tell('news', { n: 1 })
    b.tell('unheard', { n: 2 })
    await settled()
    expect(told).toEqual([{ n: 1 }])
  })

  it('brings failures over with code, hint, path and the words underneath', async () => {
    const error = await pair()
      .caller.call('fail')
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({
      code: 'NEEDS_LOGIN',
      message: 'It has ended.',
      hint: 'Sign in.',
      path: '/home/ada/file',
      cause: 'invalid_grant',
    })
    await expect(pair().caller.call('surprise')).rejects.toMatchObject({ code: 'INTERNAL' })
    await expect(pair().caller.call('unheard-of')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('ends what is waiting when the wire closes, and what is asked afterwards', async () => {
    const { caller, host } = pair()
    const waiting = caller.call('never')
    host.close()
    await expect(waiting).rejects.toMatchObject({ code: 'HOST_GONE' })
    await expect(caller.call('echo', 1)).rejects.toMatchObject({ code: 'HOST_GONE' })
    expect(caller.tell('news', 1)).toBe(false)
  })

  it('refuses more than 1024 calls at once, and answers again when some are done', async () => {
    let letGo: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const { caller } = pair(new Map([['wait', () => gate]]))
    const calls = Array.from({ length: 1030 }, () =>
      caller.call('wait').then(
        () => 'done',
        ({ code }) => code,
      ),
    )
    await settled()
    letGo()
    const ends = await Promise.all(calls)
    expect(ends.filter((end) => end === 'done')).toHaveLength(1024)
    expect(ends.filter((end) => end === 'HOST_REFUSED')).toHaveLength(6)
    await expect(caller.call('wait')).resolves.toBe(null)
  })

  it('closes the wire at the first line that is not of the protocol', async () => {
    for (const line of [
      '',
      'GET / HTTP/1.1',
      '{}',
      '[]',
      'null',
      '{"id":1,"failure":{}}',
      '{"call":"echo"}',
    ]) {
      const { near, isClosed } = raw()
      near.send(line)
      await settled()
      expect(isClosed(), line).toBe(true)
    }
  })

  it('ignores answers to what was never asked', async () => {
    const { near, heard, isClosed } = raw()
    near.send('{"id":99,"result":1}')
    near.send('{"id":99,"failure":{"code":"X","message":"y"}}')
    near.send('{"id":1,"call":"echo","params":"still here"}')
    await settled()
    expect(isClosed()).toBe(false)
    expect(heard).toEqual(['{"id":1,"result":"still here"}'])
  })

  it('answers in the protocol or closes, whatever it hears', async () => {
    const call = fc
      .tuple(fc.nat(3), fc.constantFrom('echo', 'fail', 'surprise', 'constructor', '__proto__'), anyJson())
      .map(([id, name, params]) => JSON.stringify({ id, call: name, params }))
    const line = fc.oneof(
      call,
      damaged(call),
      anyText(),
      anyJson(['id', 'call', 'event', 'failure']).map((value) => JSON.stringify(value)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
        const { near, heard } = raw()
        for (const one of lines) near.send(one.replaceAll('\n', ' '))
        await settled()
        for (const answer of heard) {
          const { id, ...rest } = JSON.parse(answer)
          expect(typeof id).toBe('number')
          expect(Object.keys(rest)).toHaveLength(1)
          expect(rest.failure === undefined || typeof rest.failure.code === 'string').toBe(true)
          expect(answer).not.toMatch(/\bat .*\.ts:\d/)
        }
      }),
      fuzz(500),
    )
  })
})
