import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { streamChannel } from '../../../../app/platform/socket/stream-channel.ts'

function wire() {
  const input = new PassThrough()
  const output = new PassThrough()
  const made = streamChannel(input, output)
  const heard: string[] = []
  return { input, output, wire: made, heard, listen: () => made.onLine((line) => void heard.push(line)) }
}

/** All of it: newer versions of Node.js give one piece for each read(). */
function saidOn(output: PassThrough): string {
  const pieces: Buffer[] = []
  for (let piece = output.read(); piece !== null; piece = output.read()) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('streamWire', () => {
  it('hands out whole lines, however they were cut, and keeps what came before anybody listened', async () => {
    const { input, heard, listen } = wire()
    const bytes = Buffer.from('grüße\nzwei\n\nhalb')
    for (const byte of bytes.subarray(0, 12)) input.write(Buffer.of(byte))
    await settled()
    listen()
    expect(heard).toEqual(['grüße'])
    input.write(bytes.subarray(12))
    input.write(' und halb\n')
    await settled()
    expect(heard).toEqual(['grüße', 'zwei', '', 'halb und halb'])
  })

  it('sends lines', async () => {
    const { output, wire: made } = wire()
    expect(made.send('{"id":1}')).toBe(true)
    expect(made.send('ü')).toBe(true)
    expect(saidOn(output)).toBe('{"id":1}\nü\n')
  })

  it('takes a line of 8 MiB, and closes at a longer one', async () => {
    const { input, heard, listen, wire: made } = wire()
    listen()
    const piece = Buffer.alloc(64 * 1024, 'x')
    for (let i = 0; i < 128; i++) input.write(piece)
    input.write('\n')
    await settled()
    expect(heard.map((line) => line.length)).toEqual([8 * 1024 * 1024])
    for (let i = 0; i < 129; i++) input.write(piece)
    expect(await made.closed).toEqual({ why: 'a line was too long' })
    expect(made.send('more')).toBe(false)
  })

  it('closes on somebody who does not read', async () => {
    const { wire: made } = wire()
    const line = 'x'.repeat(1024 * 1024)
    let sent = 0
    while (made.send(line) && sent < 100) sent++
    expect(sent).toBeGreaterThan(30)
    expect(sent).toBeLessThan(40)
    expect(await made.closed).toEqual({ why: 'the other side does not read' })
  })

  it('tells that the other side ended, and still answers on the other stream', async () => {
    const { input, output, wire: made } = wire()
    input.end('last')
    expect(await made.closed).toEqual({})
    expect(made.send('the answer')).toBe(true)
    expect(saidOn(output)).toBe('the answer\n')
    made.close()
    expect(made.send('too late')).toBe(false)
  })

  it('closes once what was said last is out', async () => {
    const { output, wire: made, listen, heard, input } = wire()
    listen()
    made.send('goodbye')
    made.close()
    input.write('one more thing\n')
    await settled()
    expect(saidOn(output)).toBe('goodbye\n')
    output.resume()
    expect(await made.closed).toEqual({})
    expect(heard).toEqual([])
  })

  it('takes a broken stream for an end', async () => {
    const { output, wire: made } = wire()
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    expect(await made.closed).toEqual({ why: 'EPIPE' })
  })
})
