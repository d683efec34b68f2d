/** config.json: read, watched, and changed only when a person adds a provider or changes a setting. */

import { AppError } from '../base/errors.ts'
import type { Ports, Unwatch } from '../base/ports.ts'
import { withLock } from '../base/with-lock.ts'
import type { ProviderInput, SettingsChange } from '../contract/views.ts'
import type { KeyRules } from '../model/key-rules.ts'
import type { HookName } from './hooks.ts'
import type { KeptFile } from './kept-file.ts'
import {
  DEFAULT_SETTINGS,
  type NodeSettings,
  type ProviderSettings,
  parseSettings,
  type Settings,
  withHook,
  withKeptFile,
  withKey,
  withName,
  withNode,
  withoutProvider,
  withProvider,
  withSettings,
  withUse,
  withWithheld,
} from './schema.ts'
import type { Use } from './use.ts'

export interface Config {
  readonly path: string
  /** What the last good reading said; the defaults before the first, welcomed where there is a file. */
  current(): Settings
  /** Reads the file; an absent one means the defaults. @throws AppError CONFIG_INVALID, STORE_UNREADABLE; current() then stays */
  read(): Promise<Settings>
  /** Adds or changes one provider and keeps everything else. @throws AppError CONFIG_INVALID, STORE_LOCKED, STORE_UNWRITABLE */
  addProvider(input: ProviderInput): Promise<Settings>
  /** As addProvider(); what is given as undefined is taken out. @throws as addProvider */
  changeProvider(id: string, change: ProviderSettings): Promise<Settings>
  /** @throws as addProvider */
  removeProvider(id: string): Promise<Settings>
  /** What a person calls a login; undefined: by its account again. @throws as addProvider */
  changeName(profileId: string, name: string | undefined): Promise<Settings>
  /** How an API key is rotated; undefined: not at all. @throws as addProvider */
  changeKey(profileId: string, rules: KeyRules | undefined): Promise<Settings>
  /** What runs when something happened to a login; undefined: nothing. @throws as addProvider */
  changeHook(hook: HookName, command: readonly string[] | undefined): Promise<Settings>
  /** Changes what a person may set and keeps everything else. @throws as addProvider */
  change(change: SettingsChange): Promise<Settings>
  /** Adds or renames another machine, or (undefined) removes it. @throws as addProvider */
  changeNode(destination: string, settings: Omit<NodeSettings, 'destination'> | undefined): Promise<Settings>
  /** Adds one use of a login, or (`isWanted` false) removes it. @throws as addProvider */
  changeUse(login: string, use: Use, isWanted: boolean): Promise<Settings>
  /** Gives a program nothing of a login, or (`isWithheld` false) what it is given otherwise. @throws as addProvider */
  changeWithheld(login: string, program: string, isWithheld: boolean): Promise<Settings>
  /** Adds a kept file or a part of one, or (`isWanted` false) removes it. @throws as addProvider */
  changeKeptFile(file: KeptFile, isWanted: boolean): Promise<Settings>
  /** After each change: the new settings, or why they cannot be used. */
  watch(onChange: (settings: Settings, problem?: AppError) => void): Unwatch
}

type ConfigPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>

/** A file that cannot be used is no first start: whoever has it is told of their logins, as before. */
const UNKNOWN_SETTINGS: Settings = { ...DEFAULT_SETTINGS, welcomed: true }

const LOCK_NAME = 'config'
const LOCK_WAIT_MS = 5_000 // another process writes it within milliseconds

export function createConfig(ports: ConfigPorts): Config {
  const path = ports.paths.config
  let settings = DEFAULT_SETTINGS
  let isKnown = false

  async function read(): Promise<Settings> {
    try {
      const text = await ports.files.readTrusted(path)
      settings = text === undefined ? DEFAULT_SETTINGS : parseSettings(text, path)
      isKnown = true
    } catch (error) {
      if (!isKnown) settings = UNKNOWN_SETTINGS
      throw error
    }
    return settings
  }

  async function rewrite(edit: (text: string) => string): Promise<Settings> {
    await withLock(ports, LOCK_NAME, LOCK_WAIT_MS, async () => {
      await ports.files.writeAtomic(path, edit((await ports.files.readTrusted(path)) ?? ''))
    })
    return read()
  }

  return {
    path,
    current: () => settings,
    read,
    addProvider: (input) => rewrite((text) => withProvider(text, path, input.id, settingsOf(input))),
    changeProvider: (id, change) => rewrite((text) => withProvider(text, path, id, change)),
    changeNode: (destination, settings) => rewrite((text) => withNode(text, path, destination, settings)),
    changeUse: (...change) => rewrite((text) => withUse(text, path, ...change)),
    changeWithheld: (...change) => rewrite((text) => withWithheld(text, path, ...change)),
    changeKeptFile: (...change) => rewrite((text) => withKeptFile(text, path, ...change)),
    removeProvider: (id) => rewrite((text) => withoutProvider(text, path, id)),
    changeName: (profileId, name) => rewrite((text) => withName(text, path, profileId, name)),
    changeKey: (profileId, rules) => rewrite((text) => withKey(text, path, profileId, rules)),
    changeHook: (hook, command) => rewrite((text) => withHook(text, path, hook, command)),
    change: (change) => rewrite((text) => withSettings(text, path, change)),
    watch(onChange) {
      return ports.files.watch(folderOf(path), () => {
        read().then(
          (next) => onChange(next),
          (error: unknown) => onChange(settings, asAppError(error, path)),
        )
      })
    },
  }
}

/** The names of config.json; what was not given is not written. */
export function settingsOf(input: ProviderInput): ProviderSettings {
  const { id: _id, ...rest } = input
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]))
}

function asAppError(error: unknown, path: string): AppError {
  return error instanceof AppError
    ? error
    : new AppError('CONFIG_INVALID', `${path} cannot be read.`, { cause: error })
}

/** Either separator: Windows paths come with backslashes. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))) || '/'
}
