/** Where things live: the system's conventions (env-paths), or all of it under LAMPLIGHTER_HOME. */
import { homedir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { AppError } from '../base/errors.ts'
import type { Paths } from '../base/ports.ts'

/** @throws AppError UNSAFE_HOME: a test would touch the real home */
export function createPaths(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): Paths {
  const home = env['LAMPLIGHTER_HOME']
  if (home) return under(resolve(home), env, platform)
  if (env['NODE_ENV'] === 'test') {
    throw new AppError('UNSAFE_HOME', 'A test would have touched the real home.', {
      hint: 'Set LAMPLIGHTER_HOME.',
    })
  }
  const system = envPaths('lamplighter', { suffix: '' })
  // env-paths knows no state folder; on Linux its `log` is XDG_STATE_HOME, elsewhere there is only one for data.
  const state = platform === 'linux' ? system.log : join(system.data, 'state')
  return {
    config: join(system.config, 'config.json'),
    vault: join(system.data, 'vault.json'),
    ...stateFolders(state),
    userHome: userHome(env, platform) ?? homedir(),
  }
}

function under(home: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Paths {
  return {
    config: join(home, 'config.json'),
    vault: join(home, 'vault.json'),
    ...stateFolders(join(home, 'state')),
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

function stateFolders(state: string): Pick<Paths, 'state' | 'history' | 'journal' | 'locks'> {
  return {
    state,
    history: join(state, 'history'),
    journal: join(state, 'journal'),
    locks: join(state, 'locks'),
  }
}
