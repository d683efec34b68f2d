/**
 * `lamplighter helper NAME` while a host runs: asked over its socket, without loading the rest of the program. With no
 * host, and for a helper that has something to exchange first, the whole program answers the same.
 */
import { readFileSync } from 'node:fs'
import { shown } from '../base/outside-text.ts'
import { askerOf } from './helpers/asker.ts'
import type { Helper } from './helpers/helper.ts'
import { QUICK } from './helpers/helpers.ts'
import { EXIT, exitCodeOf } from './io/exit-codes.ts'
import { failureText } from './io/failure-text.ts'
import { leave, printNow } from './io/print-now.ts'
import { type RunningHost, runningHost } from './io/running-host.ts'

/** @returns false when this is for the whole program: nothing was read, nor printed */
export async function fastHelper(): Promise<boolean> {
  const [name, ...said] = process.argv.slice(3)
  const helper = QUICK.find((one) => one.name === name)
  const words = said[0] === '--' ? said.slice(1) : said
  if (!helper || (said[0] !== '--' && words.some((word) => word.startsWith('-')))) return false
  const host = await hostFor(helper)
  if (!host) return false
  const code = await answer(helper, words, host)
  if (code === EXIT.ok) leave(code)
  else process.exitCode = code // what went wrong may be on its way out
  return true
}

/** @returns undefined as well where the way there is barred: the whole program meets the same trouble, and says what it is */
async function hostFor({ name }: Helper): Promise<RunningHost | undefined> {
  try {
    return await runningHost(`lamplighter helper ${name}`, process.env)
  } catch {
    return undefined
  }
}

async function answer(helper: Helper, words: readonly string[], host: RunningHost): Promise<number> {
  const lines: string[] = []
  let code: number
  try {
    code = await helper.answer({
      words,
      env: (name) => process.env[name],
      input,
      folder: process.cwd(),
      asker: askerOf(process.env),
      out: (line) => void lines.push(shown(line)),
      ask: (name, params) => host.ask(name, params),
    })
  } catch (error) {
    process.stderr.write(`${shown(failureText(error))}\n`)
    code = exitCodeOf(error)
  } finally {
    host.letGo()
  }
  const isOut = lines.length === 0 || printNow(`${lines.join('\n')}\n`)
  return isOut ? code : EXIT.transient
}

async function input(): Promise<string> {
  try {
    return readFileSync(0, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    const { text } = await import('node:stream/consumers')
    return text(process.stdin) // it does not wait by itself
  }
}
