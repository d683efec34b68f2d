/** The command line in this process, on a fake machine. */
import { lamplighter, type RawIo } from '../../app/cli/program.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'

export interface Typed {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface AtMachine {
  readonly ports: FakePorts
  /** What standard input has next. */
  readonly lines: string[]
  type(...words: string[]): Promise<Typed>
}

/** @param terminal what standard output and the keyboard are, where somebody sits there */
export function atMachine(
  ports: FakePorts = createFakePorts(),
  terminal: Pick<RawIo, 'screen' | 'terminal' | 'hasColour'> = {},
): AtMachine {
  const lines: string[] = []
  return {
    ports,
    lines,
    async type(...words) {
      const out: string[] = []
      const err: string[] = []
      const io = {
        out: (line: string) => void out.push(line),
        err: (line: string) => void err.push(line),
        async *lines() {
          for (let line = lines.shift(); line !== undefined; line = lines.shift()) yield line
        },
        now: () => ports.clock.now(),
        onInterrupt: () => undefined,
        ...terminal,
      }
      const code = await ports.clock.run(lamplighter(words, { io, portsFor: () => ports }))
      return { code, out: out.join('\n'), err: err.join('\n') }
    },
  }
}
