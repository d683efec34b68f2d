/** Where things live: the system's conventions (env-paths), or all of it under LAMPLIGHTER_HOME. */
import { createHash } from 'node:crypto'
import { homedir, tmpdir, userInfo } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import type { Paths } from '../base/ports.ts'
import { stateFolder } from './state-folder.ts'

/** @throws AppError UNSAFE_HOME: a test would touch the real home */
export function createPaths(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): Paths {
  const state = stateFolder(env, platform)
  const home = env['LAMPLIGHTER_HOME']
  if (home) return under(resolve(home), state, env, platform)
  const system = envPaths('lamplighter', { suffix: '' })
  return {
    config: join(system.config, 'config.json'),
    vault: join(system.data, 'vault.json'),
    ...stateFolders(state),
    refuge: refugeOf(state, env, platform) ?? join(systemRuntime(platform), refugeName(state)),
    userHome: userHome(env, platform) ?? homedir(),
  }
}

function under(home: string, state: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Paths {
  return {
    config: join(home, 'config.json'),
    vault: join(home, 'vault.json'),
    ...stateFolders(state),
    refuge: refugeOf(state, env, platform) ?? join(state, 'run', 'journal'),
    userHome:
      env['NODE_ENV'] === 'test' ? testHome(home, env, platform) : (userHome(env, platform) ?? homedir()),
  }
}

/** A test that moved HOME means it; one that did not must not see other programs' files in the real one. */
function testHome(home: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const named = userHome(env, platform)
  return named !== undefined && resolve(named) !== resolve(userInfo().homedir) ? named : home
}

function userHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  return env[platform === 'win32' ? 'USERPROFILE' : 'HOME'] || undefined
}

/** XDG Base Directory Specification: the runtime folder is ours alone, and a relative path counts as none. */
function refugeOf(state: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const runtime = platform === 'linux' ? env['XDG_RUNTIME_DIR'] : undefined
  return runtime && isAbsolute(runtime) ? join(runtime, refugeName(state)) : undefined
}

/** cron and ssh do not name the runtime folder that a session has. Elsewhere the temporary folder is the user's own. */
function systemRuntime(platform: NodeJS.Platform): string {
  return platform === 'linux' ? `/run/user/${process.getuid?.()}` : tmpdir()
}

/** Several homes can share one runtime folder. */
function refugeName(state: string): string {
  return join('lamplighter', `journal-${createHash('sha256').update(state).digest('hex').slice(0, 12)}`)
}

function stateFolders(state: string): Pick<Paths, 'state' | 'history' | 'journal' | 'locks'> {
  return {
    state,
    history: join(state, 'history'),
    journal: join(state, 'journal'),
    locks: join(state, 'locks'),
  }
}
