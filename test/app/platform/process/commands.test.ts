import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommandOptions } from '../../../../app/base/ports.ts'
import { createCommands } from '../../../../app/platform/process/commands.ts'

const node = process.execPath
const commands = createCommands()
const run = (script: string, options: Partial<CommandOptions> = {}) =>
  commands.run([node, '-e', script], { input: '', timeoutMs: 20_000, mostBytes: 100, ...options })

const both = (said: string) => ({ output: said, printed: said })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplighter-commands-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('Commands', () => {
  it('runs the command with its input, and tells how it ended and what it said', async () => {
    const echo =
      'process.stdin.on("data", d => process.stdout.write(d)); process.stdin.on("end", () => process.exit(3))'
    expect(await run(echo, { input: '{"a":1}' })).toEqual({ code: 3, ...both('{"a":1}') })
    expect(await run('console.error("e".repeat(1e6))')).toEqual({
      code: 0,
      output: 'e'.repeat(100),
      printed: '',
    })
    expect(await run('process.exit(0)', { input: 'x'.repeat(1e6) })).toMatchObject({ code: 0 })
  })

  it('keeps the input open until it has said what is waited for', async () => {
    const server =
      'let open = true; process.stdin.on("end", () => (open = false)).resume();' +
      'setTimeout(() => { console.log(open ? "asked" : "too late"); setTimeout(() => console.log(open ? "open" : "closed"), 300) }, 200)'
    expect(await run(server, { input: 'a' })).toEqual({ code: 0, ...both('too late\nclosed\n') })
    expect(await run(server, { input: 'a', inputEndsAfter: 'asked' })).toEqual({
      code: 0,
      ...both('asked\nclosed\n'),
    })
  })

  it('tells what was printed apart from what was complained of, and hands variables over beside its own', async () => {
    const script = 'console.error("warning"); console.log(process.env.KEY, process.env.PATH !== undefined)'
    const end = await run(script, { env: { KEY: 'abc' } })
    expect(end).toMatchObject({ code: 0, printed: 'abc true\n' })
    expect(end.output).toContain('warning')
  })

  it('keeps the input open until it is told to end it, and passes variables on', async () => {
    const mayEnd = new AbortController()
    const server =
      'process.stdin.on("end", () => process.exit(7)).resume(); setTimeout(() => process.exit(1), 15000);' +
      'console.log(process.env.LAMPLIGHTER_X)'
    const ending = run(server, { input: 'a', inputEndsOn: mayEnd.signal, env: { LAMPLIGHTER_X: 'given' } })
    setTimeout(() => mayEnd.abort(), 300)
    expect(await ending).toEqual({ code: 7, ...both('given\n') })
    expect(await run(server, { input: 'a', inputEndsOn: mayEnd.signal })).toMatchObject({ code: 7 })
  })

  it('involves no shell', async () => {
    const words = [node, '-e', 'console.log(process.argv[1])', '$HOME; exit 9']
    const end = await commands.run(words, { input: '', timeoutMs: 20_000, mostBytes: 100 })
    expect(end).toEqual({ code: 0, ...both('$HOME; exit 9\n') })
  })

  it('tells that there is no such command, or that it may not be run', async () => {
    const missing = await commands.run(['/no/such'], { input: '', timeoutMs: 1000, mostBytes: 10 })
    expect(missing).toMatchObject({ output: '', why: 'is not there' })
    const plain = join(folder, 'plain')
    writeFileSync(plain, 'no program', { mode: 0o600 })
    const refused = await commands.run([plain], { input: '', timeoutMs: 1000, mostBytes: 10 })
    expect(refused.why).toMatch(/^cannot be started/)
  })

  it('tells that what is named cannot be a command: Node.js throws there', async () => {
    const inFile = join(folder, 'plain', 'tell-me')
    writeFileSync(join(folder, 'plain'), '')
    for (const word of [inFile, '/no/such\0name', 'x'.repeat(100_000), '']) {
      const end = await commands.run([word], { input: '', timeoutMs: 1000, mostBytes: 10 })
      expect(end).toMatchObject({
        output: '',
        why: expect.stringMatching(/^(cannot be started|is not there)/),
      })
    }
  })

  it.skipIf(process.platform === 'win32')('gives up on what it may not end, as what sudo runs', async () => {
    const pidFile = join(folder, 'pid')
    const script = `echo $$ >'${pidFile}'; exec sleep 1000`
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
    })
    try {
      const end = await commands.run(['sh', '-c', script], { input: '', timeoutMs: 2_000, mostBytes: 100 })
      expect(end.why).toBe('was stopped after 2 s, and goes on: EPERM')
    } finally {
      kill.mockRestore()
      process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL')
    }
  })

  it.skipIf(process.platform === 'win32')('ends what takes too long, with all it started', async () => {
    const pidFile = join(folder, 'pid')
    // A shell, and not Node.js: it is there long before the time is over, on a busy machine too.
    const script = `trap "" TERM; sleep 1000 & echo $! >'${pidFile}'; wait`
    const end = await commands.run(['sh', '-c', script], { input: '', timeoutMs: 5_000, mostBytes: 100 })
    expect(end).toMatchObject({ signal: 'SIGKILL', why: 'was stopped after 5 s' })
    const pid = Number(readFileSync(pidFile, 'utf8'))
    await expect.poll(() => isThere(pid)).toBe(false)
  })

  it('ends when nobody waits for it any longer', async () => {
    const stop = new AbortController()
    const ended = run('setInterval(() => 0, 1000)', { signal: stop.signal })
    stop.abort()
    expect((await ended).why).toContain('Lamplighter ended')
  })

  it('does not wait for what the command left running', async () => {
    const child = 'setTimeout(() => 0, 60_000)'
    const script = `const left = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit", detached: true }); left.unref(); console.log(left.pid); process.exit(0)`
    const { code, output } = await run(script)
    expect(code).toBe(0)
    expect(Number(output)).toBeGreaterThan(1) // 0 would be this process and all around it
    expect(process.kill(Number(output), 'SIGKILL')).toBe(true) // it was still there
  })
})

/** A zombie nobody has collected yet is gone as well. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
