/** A machine without a screen: `lamplighter serve`, and what is typed beside it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { HistoryKind } from '../../../app/contract/views.ts'

const CLI = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'lamplighter.cjs')

export interface Shelf {
  /** @param input its standard input @returns its standard output @throws when it ends with another code than 0 */
  run(words: readonly string[], input?: string): Promise<string>
  /** When the access token of that account ends, by `lamplighter list`; 0 while it is not there. */
  endOf(account: string): Promise<number>
  /** When its history says so last, in epoch milliseconds. */
  toldAt(account: string, kind: HistoryKind): Promise<number>
  close(): Promise<void>
}

/** @param folder of this machine @param env where it keeps its things */
export async function startShelf(folder: string, env: Readonly<Record<string, string>>): Promise<Shelf> {
  const runtime = join(folder, 'run')
  mkdirSync(runtime, { recursive: true, mode: 0o700 })
  const all = { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: runtime, ...env }
  const begin = (words: readonly string[]) => spawn(process.execPath, [CLI, ...words], { env: all })
  const serve = begin(['serve'])
  await once(serve.stdout, 'data') // its first line: it answers
  const run = async (words: readonly string[], input = ''): Promise<string> => {
    const child = begin(words)
    const closed = once(child, 'close')
    let [printed, said] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk))
    child.stdin.end(input)
    const [code] = await closed
    if (code !== 0) throw new Error(`lamplighter ${words[0]} ended with ${code}: ${said}`)
    return printed
  }
  return {
    run,
    async endOf(account) {
      const { profiles } = JSON.parse(await run(['list', '--json'])) as {
        profiles: readonly { readonly account: string; readonly accessExpiresAt: string | null }[]
      }
      return Date.parse(profiles.find((one) => one.account === account)?.accessExpiresAt ?? '') || 0
    },
    async toldAt(account, kind) {
      const { events } = JSON.parse(await run(['history', '--json'])) as {
        events: readonly { readonly account: string; readonly kind: HistoryKind; readonly at: string }[]
      }
      const found = events.find((event) => event.account === account && event.kind === kind)
      return Date.parse(found?.at ?? '')
    },
    async close() {
      const closed = once(serve, 'close')
      serve.kill('SIGTERM')
      await closed
    },
  }
}
