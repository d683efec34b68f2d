/** Where Electron keeps what is its own: under our folder, and with it the lock that keeps us single. */
import { join, resolve } from 'node:path'
import { stateFolder } from '../app/platform/state-folder.ts'

/** @throws AppError UNSAFE_HOME: a test would touch the real home */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  const home = env.LAMPLIGHTER_HOME
  return home ? resolve(home, 'electron') : join(stateFolder(env), 'electron')
}
