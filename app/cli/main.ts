/** `lamplighter COMMAND`: the same core and the same locks as the application, whether that is running or not. */
import { createInterface } from 'node:readline'
import { createNodePorts } from '../platform/node-ports.ts'
import type { Io } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { lamplighter } from './lamplighter.ts'

const interrupts: (() => void)[] = []
const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  lines: () => createInterface({ input: process.stdin }),
  now: () => Date.now(),
  onInterrupt: (stop) => void interrupts.push(stop),
}

let asked = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A refresh on its way is stored before we go; only a second signal does not wait.
    if (asked) process.exit(EXIT.transient)
    asked = true
    for (const stop of interrupts) stop()
  })
}

const portsFor = (label: string) => createNodePorts({ label })
void lamplighter(process.argv.slice(2), { io, portsFor }).then(finish)

/** Standard input may still be open for a pasted address: leave, once what was printed is out. */
function finish(code: ExitCode): void {
  process.stdout.write('', () => process.exit(code))
}
