/**
 * The Ssh port: the user's own `ssh`, so that their configuration, agent, known hosts and jump hosts count. It never asks
 * anything (BatchMode), never accepts an unknown or changed host key, and has no keys of ours.
 */
import { spawn } from 'node:child_process'
import { PassThrough } from 'node:stream'
import type { Ssh, SshOptions } from '../../base/ports.ts'
import { checkDestination } from '../../base/ssh-destination.ts'
import { codeOf } from '../files/system-error.ts'
import { streamChannel } from '../socket/stream-channel.ts'

const KEPT_WORDS = 4_096 // what ssh says fits; what a far shell prints may be endless
const LINGER_MS = 2_000
const OPTIONS = [
  '-T',
  '-o',
  'BatchMode=yes',
  '-o',
  'ConnectTimeout=10', // seconds
  '-o',
  'ServerAliveInterval=15', // a machine that fell asleep is noticed within a minute
  '-o',
  'ServerAliveCountMax=3',
]

/** @param env LAMPLIGHTER_SSH names another program, with arguments if need be: `ssh -F "/path with spaces/config"` */
export function createSsh(env: NodeJS.ProcessEnv): Ssh {
  return {
    open(destination, command, { forward } = {}) {
      const [program, ...first] = sshProgram(env)
      const args = [
        ...first,
        ...OPTIONS,
        ...forwarding(forward),
        '--',
        checkDestination(destination),
        command,
      ]
      const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
      // Held open until the process has ended: only then is it known why.
      const output = new PassThrough()
      child.stdout.pipe(output, { end: false })
      const wire = streamChannel(output, child.stdin)
      let words = ''
      child.stderr.setEncoding('utf8')
      child.stderr.on('data', (text: string) => {
        words = (words + text).slice(-KEPT_WORDS)
      })
      child.on('error', (error) => wire.end({ why: `${program}: ${codeOf(error) ?? error.message}` }))
      child.on('close', (code, signal) => {
        const why = words.trim() || (signal ? `${program} was ended (${signal})` : '')
        const end = { ...(code === null ? {} : { code }), ...(why === '' ? {} : { why }) }
        whenRead(output, () => wire.end(end))
      })
      void wire.closed.then(() => {
        // What was said last still has to get there; then ssh ends by itself, unless nobody is there any more.
        const cut = setTimeout(() => child.kill(), LINGER_MS)
        child.once('close', () => clearTimeout(cut))
        cut.unref()
      })
      return wire
    },
  }
}

function forwarding(forward: SshOptions['forward']): readonly string[] {
  if (!forward) return []
  const { from, to } = forward
  return ['-o', 'ExitOnForwardFailure=yes', '-L', `${from.host}:${from.port}:${to.host}:${to.port}`]
}

/** Every line that came has been taken. */
function whenRead(stream: PassThrough, then: () => void): void {
  if (stream.destroyed || stream.readableLength + stream.writableLength === 0) setImmediate(then)
  else setImmediate(() => whenRead(stream, then))
}

function sshProgram(env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const words = (env['LAMPLIGHTER_SSH'] ?? '').match(/"[^"]*"|\S+/g) ?? []
  const [program = 'ssh', ...args] = words.map((word) => word.replace(/^"(.*)"$/, '$1'))
  return [program, ...args]
}
