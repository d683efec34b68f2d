/**
 * The Ssh port: the user's own `ssh`, so that their configuration, agent, known hosts and jump hosts count. It never asks
 * anything (BatchMode), never accepts an unknown or changed host key, and has no keys of ours.
 */
import { spawn } from 'node:child_process'
import type { Ssh, SshOptions } from '../../base/ports.ts'
import { checkDestination } from '../../base/ssh-destination.ts'
import { childChannel } from '../socket/child-channel.ts'

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
      return childChannel(child, program)
    },
  }
}

function forwarding(forward: SshOptions['forward']): readonly string[] {
  if (!forward) return []
  const { from, to } = forward
  return ['-o', 'ExitOnForwardFailure=yes', '-L', `${from.host}:${from.port}:${to.host}:${to.port}`]
}

function sshProgram(env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const words = (env['LAMPLIGHTER_SSH'] ?? '').match(/"[^"]*"|\S+/g) ?? []
  const [program = 'ssh', ...args] = words.map((word) => word.replace(/^"(.*)"$/, '$1'))
  return [program, ...args]
}
