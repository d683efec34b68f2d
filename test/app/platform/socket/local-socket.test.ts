import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { LineChannel, LocalSocket } from '../../../../app/base/ports.ts'
import { createFileLock } from '../../../../app/platform/locks/file-lock.ts'
import { parseHostRecord } from '../../../../app/platform/socket/host-record.ts'
import { createLocalSocket } from '../../../../app/platform/socket/local-socket.ts'
import { FakeLock } from '../../../fakes/lock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

function machine(env: NodeJS.ProcessEnv = {}) {
  const stateFolder = join(temporaryFolder(), 'state')
  const lock = createFileLock(join(stateFolder, 'locks'))
  const socket = createLocalSocket({ stateFolder, lock, env })
  const record = join(stateFolder, 'host.json')
  return { stateFolder, lock, env, socket, record }
}

/** Answers each line with itself. */
async function listen(socket: LocalSocket) {
  const wires: LineChannel[] = []
  const keys: string[] = []
  const listening = await socket.listen((wire, key) => {
    wires.push(wire)
    keys.push(key)
    wire.onLine((line) => void wire.send(line))
  })
  const close = async (): Promise<void> => {
    await listening?.close()
    for (const wire of wires) wire.close()
  }
  onTestFinished(close)
  return { listening, wires, keys, close }
}

function echo(wire: LineChannel | undefined, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!wire) return reject(new Error('nobody listens'))
    wire.onLine(resolve)
    wire.send(text)
  })
}

const posix = describe.skipIf(process.platform === 'win32')

describe('the local socket', () => {
  it('carries lines between a host and a caller, who has read the key', async () => {
    const { socket } = machine()
    const { keys, listening } = await listen(socket)
    expect(listening).toBeDefined()
    const wire = await socket.connect()
    expect(await echo(wire, '{"grüße":"\\n"}')).toBe('{"grüße":"\\n"}')
    expect(wire?.key).toMatch(/^[\w-]{43}$/)
    expect(keys).toEqual([wire?.key])
    wire?.close()
  })

  it('is nobody before a host listens, and after it ended', async () => {
    const { socket, record } = machine()
    expect(await socket.connect()).toBeUndefined()
    const { listening, close } = await listen(socket)
    await close()
    expect(existsSync(record)).toBe(false)
    expect(existsSync(listening?.address ?? '')).toBe(false)
    expect(await socket.connect()).toBeUndefined()
  })

  it('has one host, and the next one when that has ended', async () => {
    const { socket, stateFolder, env } = machine()
    const other = createLocalSocket({ stateFolder, lock: createFileLock(join(stateFolder, 'locks')), env })
    const first = await listen(socket)
    const key = (await socket.connect())?.key
    expect((await listen(other)).listening).toBeUndefined()
    await first.close()
    expect((await listen(other)).listening).toBeDefined()
    const wire = await socket.connect()
    expect(await echo(wire, 'hello')).toBe('hello')
    expect(wire?.key).not.toBe(key)
  })

  it('serves two hundred at once', async () => {
    const { socket } = machine()
    const { wires } = await listen(socket)
    const callers = await Promise.all(Array.from({ length: 200 }, () => socket.connect()))
    const answers = await Promise.all(callers.map((wire, i) => echo(wire, `line ${i}`)))
    expect(answers).toEqual(callers.map((_, i) => `line ${i}`))
    expect(wires).toHaveLength(200)
    for (const wire of callers) wire?.close()
  })

  it('lets those who are in stay when it closes its door', async () => {
    const { socket } = machine()
    const { listening } = await listen(socket)
    const wire = await socket.connect()
    await listening?.close()
    expect(await echo(wire, 'still here')).toBe('still here')
  })

  it('leaves the record of another host alone', async () => {
    const { socket, record } = machine()
    const { close } = await listen(socket)
    const text = readFileSync(record, 'utf8').replace(/"key":"./, '"key":"~')
    writeFileSync(record, text)
    await close()
    expect(readFileSync(record, 'utf8')).toBe(text)
  })

  it('takes a torn record for none', async () => {
    const { socket, record, stateFolder } = machine()
    mkdirSync(stateFolder, { recursive: true })
    for (const text of ['', '{"address":', '[]', 'null', '{"address":"/x","key":""}', '{"pid":1}']) {
      writeFileSync(record, text)
      expect(await socket.connect()).toBeUndefined()
    }
    expect(parseHostRecord('{"address":"/x","key":"k","pid":1,"startedAt":"s","more":1}')).toEqual({
      address: '/x',
      key: 'k',
      pid: 1,
      startedAt: 's',
    })
  })
})

posix('the local socket on a POSIX system', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777

  it('and everything around it is for this user alone', async () => {
    const { socket, record } = machine()
    const address = (await listen(socket)).listening?.address ?? ''
    expect(modeOf(address)).toBe(0o600)
    expect(modeOf(join(address, '..'))).toBe(0o700)
    expect(modeOf(record)).toBe(0o600)
  })

  it('tightens a folder and a record that were loosened', async () => {
    const { socket, record, stateFolder } = machine()
    const folder = join(stateFolder, 'run')
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o777)
    writeFileSync(record, '{}')
    chmodSync(record, 0o666)
    await listen(socket)
    expect(modeOf(folder)).toBe(0o700)
    expect(modeOf(record)).toBe(0o600)
  })

  it('is in the runtime folder where there is one', async () => {
    const runtime = temporaryFolder()
    const { socket } = machine({ XDG_RUNTIME_DIR: runtime })
    const { listening } = await listen(socket)
    expect(listening?.address).toMatch(`${runtime}/lamplighter/host-`)
    expect(await echo(await socket.connect(), 'hello')).toBe('hello')
  })

  it('finds the host although it was started with another environment: from cron, say', async () => {
    const { socket, stateFolder, lock } = machine({ XDG_RUNTIME_DIR: temporaryFolder() })
    await listen(socket)
    const cron = createLocalSocket({ stateFolder, lock, env: {} })
    expect(await echo(await cron.connect(), 'hello')).toBe('hello')
  })

  it('works below a folder whose name is too long for a socket', async () => {
    const stateFolder = join(temporaryFolder(), 'x'.repeat(120))
    const socket = createLocalSocket({ stateFolder, lock: new FakeLock(), env: {} })
    const { listening } = await listen(socket)
    expect(listening?.address.length).toBeLessThan(100)
    const guess = createHash('sha256').update(stateFolder).digest('hex').slice(0, 12)
    expect(listening?.address).not.toContain(guess) // the folder is shared: whoever could guess the name could take it
    expect(await echo(await socket.connect(), 'hello')).toBe('hello')
  })

  it('takes the place of a socket that a dead host left', async () => {
    const { socket, stateFolder } = machine()
    const path = join(stateFolder, 'run', 'host.sock')
    mkdirSync(join(stateFolder, 'run'), { recursive: true })
    await abandonedSocket(path)
    expect((await listen(socket)).listening?.address).toBe(path)
    expect(await echo(await socket.connect(), 'hello')).toBe('hello')
  })

  it('does not listen where somebody answers, although the lock was to be had', async () => {
    const { socket, stateFolder, env } = machine()
    await listen(socket)
    const lenient = createLocalSocket({ stateFolder, lock: new FakeLock(), env })
    expect((await listen(lenient)).listening).toBeUndefined()
    expect(await echo(await socket.connect(), 'hello')).toBe('hello')
  })

  it('says so when the folder is a link to elsewhere, and listens nowhere', async () => {
    const { socket, stateFolder } = machine()
    mkdirSync(stateFolder, { recursive: true })
    symlinkSync(temporaryFolder(), join(stateFolder, 'run'))
    await expect(listen(socket)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    expect(await socket.connect()).toBeUndefined()
  })

  it('sends no key to a socket that is a link to elsewhere', async () => {
    const { socket, record } = machine()
    const { listening } = await listen(socket)
    const link = join(temporaryFolder(), 'link.sock')
    symlinkSync(listening?.address ?? '', link)
    writeFileSync(record, readFileSync(record, 'utf8').replace(listening?.address ?? '', link))
    await expect(socket.connect()).rejects.toMatchObject({ code: 'HOST_REFUSED' })
  })
})

/** Bound, and then dead: the file stays, and nobody answers. */
async function abandonedSocket(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(`${path}.live`, resolve))
  const { linkSync } = await import('node:fs')
  linkSync(`${path}.live`, path)
  await new Promise((resolve) => server.close(resolve))
  const answer = await new Promise((resolve) => createConnection(path).on('error', resolve))
  expect(answer).toMatchObject({ code: 'ECONNREFUSED' })
}
