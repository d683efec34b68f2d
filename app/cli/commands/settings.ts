import { AppError } from '../../base/errors.ts'
import { nearest } from '../../base/nearest.ts'
import type { SettingsChange } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'
import { SETTING_NAMES, SETTINGS } from './setting-words.ts'

export const settings = command({
  name: 'settings',
  usage: 'settings [NAME [VALUE]] [{json}]',
  summary: 'what is set, and sets it; "default" as VALUE takes what was set away',
  examples: [
    'settings',
    'settings maxConcurrent 8',
    'settings quietHours 22:00-07:00',
    'settings lead default',
  ],
  words: { min: 0, max: 2 },
  completes: SETTING_NAMES,
  flags: {},
  async run(core, [name, value], flags, io) {
    const setting = name === undefined ? undefined : settingNamed(name)
    const view =
      setting && value !== undefined
        ? await core.changeSettings(withIds(core, setting.change(value)))
        : core.settings()
    if (flags.json) printJson(io, { settings: view })
    else if (setting) io.out(setting.show(view))
    else {
      const rows = SETTING_NAMES.map((one) => [
        one,
        SETTINGS[one]?.show(view) ?? '',
        SETTINGS[one]?.what ?? '',
      ])
      for (const line of table(rows, io.screen?.columns)) io.out(line)
    }
    return EXIT.ok
  },
})

/** A login that nobody knows by that name is not one that is asked about. @throws AppError PROFILE_UNKNOWN */
function withIds(core: Core, change: SettingsChange): SettingsChange {
  const { consent } = change
  if (!consent?.logins) return change
  return { ...change, consent: { ...consent, logins: consent.logins.map((name) => core.idOf(name)) } }
}

/** @throws AppError ARGUMENT_INVALID */
function settingNamed(name: string): (typeof SETTINGS)[string] {
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined
  if (setting) return setting
  const near = nearest(name, SETTING_NAMES)
  throw new AppError('ARGUMENT_INVALID', `There is no setting "${name}".`, {
    hint: near === undefined ? `There are: ${SETTING_NAMES.join(', ')}.` : `Did you mean ${near}?`,
  })
}
