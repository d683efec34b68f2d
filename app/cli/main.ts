/** `lamplighter COMMAND`: the same core and the same locks as the application, whether that is running or not. */
import { createInterface } from 'node:readline'
import { codeOf } from '../platform/files/system-error.ts'
import { installEtcd } from '../platform/fleet/own-etcd.ts'
import { createNodePorts } from '../platform/node-ports.ts'
import { createChildren } from '../platform/process/child-command.ts'
import { refuseDebugger } from '../platform/process/no-debugger.ts'
import { runToEnd, serviceHere } from '../platform/service/service.ts'
import { streamChannel } from '../platform/socket/stream-channel.ts'
import { startExchange } from '../platform/socket/worker-process.ts'

import { EXIT } from './io/exit-codes.ts'
import { createTerminal } from './io/terminal.ts'
import { terminalScreen } from './io/terminal-screen.ts'
import { lamplighter, type RawIo } from './program.ts'

refuseDebugger()
const children = createChildren()
const interrupts: (() => void)[] = []
let asked = false
/** What NO_COLOR, TERM and the terminal itself say. */
const hasColour = process.stdout.isTTY === true && process.stdout.hasColors()
const io: RawIo = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  lines: () => createInterface({ input: process.stdin }),
  now: () => Date.now(),
  everySecond(tick) {
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  },
  onInterrupt: (stop) => (asked ? stop() : void interrupts.push(stop)),
  ...(process.stdout.isTTY ? { screen: terminalScreen(process.stdout, hasColour), hasColour } : {}),
  ...(process.stdin.isTTY && process.stderr.isTTY
    ? { terminal: createTerminal(process.stdin, process.stderr) }
    : {}),
}

// Nobody reads them any more: no reason to die in the middle of an exchange, or as a host. See finish() for the rest.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (children.pass(signal)) return
    // A refresh on its way is stored before we go; only a second signal does not wait.
    if (asked) process.exit(EXIT.transient)
    asked = true
    for (const stop of interrupts) stop()
  })
}

const script = process.argv[1]
const portsFor = (label: string) => createNodePorts({ label, ...(script ? { script } : {}) })
void lamplighter(process.argv.slice(2), {
  io,
  portsFor,
  startExchange: () => startExchange(process.argv[1] ?? ''),
  stdio: () => streamChannel(process.stdin, process.stdout),
  children,
  service: (userHome) => serviceHere(process.argv[1] ?? '', userHome),
  ownEtcd: (wish, deps) => installEtcd({ ...deps, env: process.env, run: runToEnd }, wish),
}).then(finish)

/** Standard input may still be open for a pasted address: leave, once what was printed is out. */
function finish(code: number): void {
  process.stdout.write('', () => {
    const { errored } = process.stdout
    if (!errored || codeOf(errored) === 'EPIPE') process.exit(code)
    io.err(`lamplighter: What was asked for could not be printed: ${errored.message}`)
    process.exit(code === EXIT.ok ? EXIT.transient : code)
  })
}
