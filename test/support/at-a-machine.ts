/** The command line in this process, on a fake machine. */
import type { Terminal } from '../../app/cli/io/command.ts'
import { lamplighter } from '../../app/cli/program.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'

export interface Typed {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface AtMachine {
  readonly ports: FakePorts
  type(...words: string[]): Promise<Typed>
}

/** @param terminal the person at it, if there is one */
export function atMachine(ports: FakePorts = createFakePorts(), terminal?: Terminal): AtMachine {
  return {
    ports,
    async type(...words) {
      const out: string[] = []
      const err: string[] = []
      const io = {
        out: (line: string) => void out.push(line),
        err: (line: string) => void err.push(line),
        async *lines() {
          yield* [] as string[]
        },
        now: () => ports.clock.now(),
        onInterrupt: () => undefined,
        ...(terminal === undefined ? {} : { terminal }),
      }
      const code = await ports.clock.run(lamplighter(words, { io, portsFor: () => ports }))
      return { code, out: out.join('\n'), err: err.join('\n') }
    },
  }
}
