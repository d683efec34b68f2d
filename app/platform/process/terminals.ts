/** The Terminals port: a window of the person's own terminal program, and what ended in it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../../base/errors.ts'
import type { Files, Log, OpenTerminal, Programs, Terminals } from '../../base/ports.ts'
import { launch } from './launch.ts'
import { type TerminalChoice, terminalScript, terminalsFor } from './terminal-choice.ts'

/** cmd.exe's word for a command that is not there; shells have 127. */
const WINDOWS_NOT_FOUND = 9009
const NOT_FOUND = 127

interface TerminalsDeps {
  readonly files: Files
  readonly log: Log
  readonly find: Programs['find']
  readonly env: NodeJS.ProcessEnv
  readonly platform?: 'linux' | 'darwin' | 'win32'
}

export function createTerminals({ files, log, find, env, platform = here() }: TerminalsDeps): Terminals {
  /** The first that takes it. */
  async function opened(choices: readonly TerminalChoice[]): Promise<string | undefined> {
    for (const { name, command, args } of choices) {
      try {
        await launch(command, args, env)
        return name
      } catch (error) {
        log.info('a terminal did not open', { command, reason: messageOf(error) })
      }
    }
    return undefined
  }

  return {
    async open(words, around) {
      const folder = await mkdtemp(join(tmpdir(), 'lamplighter-')) // 0700: only we say what runs
      const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
      const endFile = join(folder, 'ended')
      const script = terminalScript(platform, words, around, endFile)
      const path = join(folder, script?.fileName ?? '')
      if (script) await writeFile(path, script.text, { mode: 0o700 })
      const isThere = (name: string): boolean => find(name) !== undefined
      const choices = script ? terminalsFor(platform, isThere, (name) => env[name], path) : []
      const name = await opened(choices)
      if (name !== undefined) return followed(files, name, endFile, remove)
      await remove()
      return undefined
    },
  }
}

function followed(files: Files, name: string, endFile: string, remove: () => Promise<void>): OpenTerminal {
  let unwatch = (): void => undefined
  let hasEnded = false
  const ended = new Promise<number>((resolve) => {
    const look = async (): Promise<void> => {
      const text = await files.read(endFile).catch(() => undefined) // a torn read: the watch tells again
      const code = /^(\d+)\s*\n/.exec(text ?? '')?.[1]
      if (code === undefined) return
      hasEnded = true
      resolve(Number(code) === WINDOWS_NOT_FOUND ? NOT_FOUND : Number(code))
    }
    unwatch = files.watch(join(endFile, '..'), () => void look())
    void look()
  })
  return {
    name,
    isOurs: false,
    ended,
    async leave() {
      unwatch()
      // A shell has its script open; cmd.exe opens it anew for each line.
      if (hasEnded || process.platform !== 'win32') await remove()
    },
  }
}

function here(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
}
