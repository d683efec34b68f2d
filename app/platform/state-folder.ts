/** Where state is kept, which is all that somebody needs to know who only asks the running host: nothing else is loaded for it. */
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { AppError } from '../base/errors.ts'

/** @throws AppError UNSAFE_HOME: a test would touch the real home */
export function stateFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const home = env['LAMPLIGHTER_HOME']
  if (home) return join(resolve(home), 'state')
  if (env['NODE_ENV'] === 'test') {
    throw new AppError('UNSAFE_HOME', 'A test would have touched the real home.', {
      hint: 'Set LAMPLIGHTER_HOME.',
    })
  }
  const system = envPaths('lamplighter', { suffix: '' })
  // env-paths knows no state folder; on Linux its `log` is XDG_STATE_HOME, elsewhere there is only one for data.
  return platform === 'linux' ? system.log : join(system.data, 'state')
}
