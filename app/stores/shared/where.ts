/** Where a program's files lie on this machine: its own variables, and the folders that systems have for such things. */
import { expandHome, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'

export interface Where {
  /** Undefined where it is empty as well. */
  env(name: string): string | undefined
  isDefined(name: string): boolean
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly home: string
  /** XDG_CONFIG_HOME or ~/.config; %AppData% on Windows. */
  readonly configHome: string
  join(first: string, ...rest: readonly string[]): string
  /** The variable, or this folder of the home. */
  folder(name: string, inHome: string): string
}

export function whereOf({ paths, process }: Pick<Ports, 'paths' | 'process'>): Where {
  const { platform } = process
  const env = (name: string): string | undefined => process.env(name)?.trim() || undefined
  const home = paths.userHome
  const configHome =
    platform === 'win32'
      ? (env('APPDATA') ?? join(home, 'AppData', 'Roaming'))
      : (env('XDG_CONFIG_HOME') ?? join(home, '.config'))
  const folder = (name: string, inHome: string): string => expandHome(env(name) ?? join(home, inHome), home)
  const isDefined = (name: string): boolean => process.env(name) !== undefined
  return { env, isDefined, platform, home, configHome, join, folder }
}
