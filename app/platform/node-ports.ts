/**
 * The world as plain Node.js offers it. Nothing is opened, read or started here: each port works on first use, but for
 * code that is loaded ahead when the process stays.
 */
import type { Ports } from '../base/ports.ts'
import { createSessionBus } from './bus/session-bus.ts'
import { createClock } from './clock.ts'
import { createDatabases } from './files/databases.ts'
import { createFiles } from './files/files.ts'
import { createRegisters } from './fleet/registers.ts'
import { createKeychain } from './keyring/keychain.ts'
import { createKeyring } from './keyring/keyring.ts'
import { createRandom } from './keyring/random.ts'
import { createFileLock } from './locks/file-lock.ts'
import { createLog, type LogLevel } from './log.ts'
import { createBrowser } from './net/browser.ts'
import { rehearseFirstRequestWhenIdle } from './net/first-request.ts'
import { createHttp } from './net/http.ts'
import { createLocalHttp } from './net/local-http.ts'
import { createListener } from './net/loopback-listener.ts'
import { createProxyFor, type SystemProxy } from './net/proxy.ts'
import { createSsh } from './net/ssh.ts'
import { createPaths } from './paths.ts'
import { createBoot } from './process/boot.ts'
import { createCommands } from './process/commands.ts'
import { createProcess } from './process/process.ts'
import { createPrograms } from './process/programs.ts'
import { createTerminals } from './process/terminals.ts'
import { converse } from './socket/converse.ts'
import { createLocalSocket } from './socket/local-socket.ts'

export interface NodePortsOptions {
  /** "lamplighter list", "Lamplighter": what the history calls this process. */
  readonly label: string
  readonly env?: NodeJS.ProcessEnv
  /** LAMPLIGHTER_LOG (info, warn, silent) wins. */
  readonly logLevel?: LogLevel
  /** Knows the desktop's setting, where there is one to know. */
  readonly systemProxy?: SystemProxy
  /** Whole path of dist/cli/lamplighter.cjs, or of whatever stands for it. */
  readonly script?: string
}

/** @throws AppError UNSAFE_HOME */
export function createNodePorts(options: NodePortsOptions): Ports {
  const { label, env = process.env, logLevel = 'warn', systemProxy, script } = options
  const paths = createPaths(env)
  const files = createFiles()
  const clock = createClock()
  const lock = createFileLock(paths.locks)
  const log = createLog(levelIn(env) ?? logLevel)
  const commands = { ...createCommands(), converse }
  const programs = createPrograms({ env, userHome: paths.userHome, ...(script ? { script } : {}) })
  rehearseFirstRequestWhenIdle()
  return {
    clock,
    http: createHttp(createProxyFor(systemProxy)),
    files,
    databases: createDatabases(clock),
    lock,
    keyring: createKeyring({ files, stateFolder: paths.state, env }),
    keychain: createKeychain({ commands, env }),
    listener: createListener(),
    browser: createBrowser(env),
    random: createRandom(paths.state),
    process: createProcess(label, env),
    log,
    socket: createLocalSocket({ stateFolder: paths.state, lock, env }),
    localHttp: createLocalHttp(),
    sessionBus: createSessionBus(env, log),
    ssh: createSsh(env),
    commands,
    terminals: createTerminals({ files, log, find: programs.find, env }),
    registers: createRegisters(clock),
    boot: createBoot(),
    programs,
    paths,
  }
}

function levelIn(env: NodeJS.ProcessEnv): LogLevel | undefined {
  const wish = env['LAMPLIGHTER_LOG']
  return wish === 'info' || wish === 'warn' || wish === 'silent' ? wish : undefined
}
