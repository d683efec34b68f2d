/** Starting `lamplighter serve` with the session: a systemd user unit, a launchd agent. */

import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { AppError } from '../../base/errors.ts'
import type { Files } from '../../base/ports.ts'
import { ADAPTER_ENVIRONMENT } from '../../stores/registry.ts'
import { createFiles } from '../files/files.ts'
import { codeOf } from '../files/system-error.ts'
import { withoutDebugger } from '../process/no-debugger.ts'
import { AGENT_LABEL, launchAgent } from './launch-agent.ts'
import { scheduledTask } from './scheduled-task.ts'
import type { ServiceCommand } from './service-command.ts'
import { systemdUnit, UNIT_NAME } from './systemd-unit.ts'

export interface Service {
  /** @returns what was done, and what is left to do, for people. @throws AppError STORE_UNWRITABLE, AUTOSTART_UNAVAILABLE */
  install(): Promise<readonly string[]>
  uninstall(): Promise<readonly string[]>
}

export interface ServiceDeps {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly userHome: string
  readonly uid: number
  readonly command: ServiceCommand
  readonly files: Pick<Files, 'writeAtomic' | 'remove' | 'stat'>
  /** @returns undefined when it went well, else why not */
  readonly run: (program: string, args: readonly string[]) => Promise<string | undefined>
}

/** Where things are, as the person who installs has it: a session that starts by itself knows nothing of a shell's profile. */
const PLACES = [
  'LAMPLIGHTER_HOME',
  'OPENCLAW_HOME',
  'OPENCLAW_STATE_DIR',
  'OPENCLAW_AGENT_DIR',
  'OPENCLAW_CONFIG_PATH',
  'CLAWDBOT_STATE_DIR',
  'CLAWDBOT_CONFIG_PATH',
  'PI_CODING_AGENT_DIR',
  ...ADAPTER_ENVIRONMENT,
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'NODE_EXTRA_CA_CERTS',
]
const CARRIED = [
  ...PLACES,
  'LAMPLIGHTER_KEYRING',
  'LAMPLIGHTER_SSH',
  ...['HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
  ...['NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'], // the system's certificates, from Node.js 22.19 and 24.6 on
]

/** @param script what Node.js runs as the command line: process.argv[1] */
export function serviceHere(script: string, userHome: string): Service {
  const { env, platform } = process
  const { words, env: kept } = commandHere(script)
  const command = { words: [...words, 'serve'], env: kept }
  const uid = process.getuid?.() ?? 0
  return createService({ platform, env, userHome, uid, command, files: createFiles(), run: runToEnd })
}

/** Our command line as another program starts it. @param script what Node.js runs: process.argv[1] */
export function commandHere(script: string): ServiceCommand {
  return {
    words: [process.execPath, ...withoutDebugger(), realpathSync(script)],
    env: carried(process.env),
  }
}

export function carried(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const found = CARRIED.flatMap((name) => {
    const value = env[name]
    if (!value || isSecret(name, value)) return []
    return [[name, PLACES.includes(name) ? placed(name, value) : value] as const]
  })
  return Object.fromEntries(found)
}

/** A service works in another folder than the shell it was installed from. OpenClaw's own words are kept as they are. */
function placed(name: string, value: string): string {
  const isOpenClaws = /^(OPENCLAW|CLAWDBOT|PI)_/.test(name)
  return isOpenClaws && /^\s*(~|undefined\s*$|null\s*$)/.test(value) ? value : resolve(value)
}

/** A proxy's password: others may read a unit's file. */
function isSecret(name: string, value: string): boolean {
  return /_proxy$/i.test(name) && value.includes('@')
}

export function createService(parts: ServiceDeps): Service {
  if (parts.command.words.some((word) => word.includes('/.mount_'))) return inAnImage()
  if (parts.platform === 'win32') return onWindows(parts)
  return parts.platform === 'darwin' ? withLaunchd(parts) : withSystemd(parts)
}

function withSystemd({ env, userHome, command, files, run }: ServiceDeps): Service {
  const config = env.XDG_CONFIG_HOME?.startsWith('/') ? env.XDG_CONFIG_HOME : posix.join(userHome, '.config')
  const path = posix.join(config, 'systemd', 'user', UNIT_NAME)
  const systemctl = (...args: readonly string[]) => run('systemctl', ['--user', ...args])
  return {
    async install() {
      await files.writeAtomic(path, systemdUnit(command))
      const trouble =
        (await systemctl('daemon-reload')) ??
        (await systemctl('enable', UNIT_NAME)) ??
        (await systemctl('restart', UNIT_NAME))
      if (trouble !== undefined) {
        const next = `systemctl --user enable --now ${UNIT_NAME}`
        return [
          `Wrote ${path}.`,
          `It could not be started (${trouble}). When you are logged in, run: ${next}`,
        ]
      }
      return [
        `Wrote ${path}, and started it.`,
        'It ends when you log out. To keep it running, and to start it with the machine: loginctl enable-linger',
      ]
    },
    async uninstall() {
      const found = await files.stat(path)
      const trouble = await systemctl('disable', '--now', UNIT_NAME)
      await files.remove(path)
      await systemctl('daemon-reload')
      return [removed(path, found), ...(trouble === undefined ? [] : [`systemctl: ${trouble}`])]
    },
  }
}

function withLaunchd({ userHome, uid, command, files, run }: ServiceDeps): Service {
  const path = posix.join(userHome, 'Library', 'LaunchAgents', `${AGENT_LABEL}.plist`)
  const log = posix.join(userHome, 'Library', 'Logs', `${AGENT_LABEL}.log`)
  const domain = `gui/${uid}`
  return {
    async install() {
      await files.writeAtomic(path, launchAgent(command, log))
      await run('launchctl', ['bootout', `${domain}/${AGENT_LABEL}`]) // an older one; none is just as well
      const trouble = await run('launchctl', ['bootstrap', domain, path])
      if (trouble === undefined) return [`Wrote ${path}, and started it.`]
      const next = `launchctl bootstrap ${domain} ${path}`
      return [`Wrote ${path}.`, `It could not be started (${trouble}). When you are logged in, run: ${next}`]
    },
    async uninstall() {
      const found = await files.stat(path)
      const trouble = await run('launchctl', ['bootout', `${domain}/${AGENT_LABEL}`])
      await files.remove(path)
      return [removed(path, found), ...(trouble === undefined ? [] : [`launchctl: ${trouble}`])]
    },
  }
}

function removed(path: string, found: unknown): string {
  return found === undefined ? `There was no ${path} to remove.` : `Removed ${path}.`
}

function onWindows({ command }: ServiceDeps): Service {
  const { create, remove } = scheduledTask(command)
  const refuse = async (todo: string): Promise<never> => {
    throw new AppError(
      'AUTOSTART_UNAVAILABLE',
      'On Windows, the application is what starts with the session.',
      {
        hint: `Its settings have a switch for that. Without the application, the Task Scheduler does it: ${todo}`,
      },
    )
  }
  return { install: () => refuse(create), uninstall: () => refuse(remove) }
}

function inAnImage(): Service {
  const refuse = async (): Promise<never> => {
    throw new AppError(
      'AUTOSTART_UNAVAILABLE',
      'This command line lies in an AppImage, and is gone when that ends.',
      {
        hint: 'Install the deb package, or extract the AppImage, and install from there.',
      },
    )
  }
  return { install: refuse, uninstall: refuse }
}

const RUN_WITHIN_MS = 60_000 // a restart waits for a refresh under way

/** @returns undefined when it went well, else what it said */
export function runToEnd(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: RUN_WITHIN_MS }, (error, _out, err) => {
      resolve(error ? err.trim().split('\n')[0] || String(codeOf(error) ?? error.message) : undefined)
    })
  })
}
