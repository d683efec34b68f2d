import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { WriteStream } from 'node:tty'
import { describe, expect, it } from 'vitest'
import { terminalScreen } from '../../../../app/cli/io/terminal-screen.ts'
import { startExchange } from '../../../../app/platform/socket/worker-process.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

function script(text: string): string {
  const path = join(temporaryFolder(), 'cli.cjs')
  writeFileSync(path, text)
  return path
}

describe('startExchange', () => {
  it('starts the command line as a process of its own, and talks with it', async () => {
    const wire = startExchange(
      script('process.stdin.pipe(process.stdout); console.log(process.argv[2], process.pid)'),
    )
    const heard: string[] = []
    wire.onLine((line) => void heard.push(line))
    wire.send('hello')
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2)
    const [first = '', second] = heard
    expect([first.split(' ')[0], second]).toEqual(['exchange', 'hello'])
    expect(Number(first.split(' ')[1])).not.toBe(process.pid)
    wire.close()
    expect(await wire.closed).toEqual({})
  })

  it('tells when it ended', async () => {
    await expect(startExchange(script('process.exit(7)')).closed).resolves.toBeDefined()
  })
})

describe('terminalScreen', () => {
  it('draws what fits, over what was there', () => {
    const terminal = Object.assign(new PassThrough(), { rows: 3, columns: 4 })
    const screen = terminalScreen(terminal as unknown as WriteStream)
    screen.draw(['first', 'two', 'three', 'four'])
    expect(terminal.read().toString()).toBe('\u001b[Hfir…\u001b[K\ntwo\u001b[K\n\u001b[J')
    expect([screen.rows, screen.columns]).toEqual([3, 4])
  })

  it('shows a passing line in the place of the one before', () => {
    const terminal = Object.assign(new PassThrough(), { rows: 3, columns: 12 })
    const screen = terminalScreen(terminal as unknown as WriteStream)
    screen.note('Waiting, 8 min left')
    screen.note(undefined)
    expect(terminal.read().toString()).toBe('\rWaiting, 8…\u001b[K\r\u001b[K')
  })

  it('draws as on a usual one where the terminal does not know its size', () => {
    const terminal = Object.assign(new PassThrough(), { rows: 0, columns: 0 })
    const screen = terminalScreen(terminal as unknown as WriteStream)
    screen.draw(['first', 'two'])
    expect(terminal.read().toString()).toBe('\u001b[Hfirst\u001b[K\ntwo\u001b[K\n\u001b[J')
    expect([screen.rows, screen.columns]).toEqual([24, 80])
  })
})
