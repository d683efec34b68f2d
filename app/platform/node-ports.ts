/** The world as plain Node.js offers it. Nothing is opened, read or started here: each port works on first use. */
import type { Ports } from '../ports.ts'
import { createBrowser } from './browser.ts'
import { createClock } from './clock.ts'
import { createCommands } from './commands.ts'
import { createFileLock } from './file-lock.ts'
import { createFiles } from './files.ts'
import { createHttp } from './http.ts'
import { createKeyring } from './keyring.ts'
import { createLocalSocket } from './local-socket.ts'
import { createLog, type LogLevel } from './log.ts'
import { createListener } from './loopback-listener.ts'
import { createPaths } from './paths.ts'
import { createProcess } from './process.ts'
import { createProxyFor, type SystemProxy } from './proxy.ts'
import { createRandom } from './random.ts'
import { createSsh } from './ssh.ts'

export interface NodePortsOptions {
  /** "lamplighter list", "Lamplighter": what the history calls this process. */
  readonly label: string
  readonly env?: NodeJS.ProcessEnv
  /** LAMPLIGHTER_LOG (info, warn, silent) wins. */
  readonly logLevel?: LogLevel
  /** Knows the desktop's setting, where there is one to know. */
  readonly systemProxy?: SystemProxy
}

/** @throws AppError UNSAFE_HOME */
export function createNodePorts(options: NodePortsOptions): Ports {
  const { label, env = process.env, logLevel = 'warn', systemProxy } = options
  const paths = createPaths(env)
  const files = createFiles()
  const lock = createFileLock(paths.locks)
  return {
    clock: createClock(),
    http: createHttp(createProxyFor(systemProxy)),
    files,
    lock,
    keyring: createKeyring({ files, stateFolder: paths.state, env }),
    listener: createListener(),
    browser: createBrowser(env),
    random: createRandom(paths.state),
    process: createProcess(label, env),
    log: createLog(levelIn(env) ?? logLevel),
    socket: createLocalSocket({ stateFolder: paths.state, lock, env }),
    ssh: createSsh(env),
    commands: createCommands(),
    paths,
  }
}

function levelIn(env: NodeJS.ProcessEnv): LogLevel | undefined {
  const wish = env['LAMPLIGHTER_LOG']
  return wish === 'info' || wish === 'warn' || wish === 'silent' ? wish : undefined
}
