/** The settings of the window as words of a command line: how each is read and shown. Pure. */
import { AppError } from '../../base/errors.ts'
import type { SettingsChange, SettingsView } from '../../contract/views.ts'
import { inWords, parseDuration } from '../io/duration.ts'

interface Setting {
  readonly what: string
  readonly show: (view: SettingsView) => string
  /** @throws AppError ARGUMENT_INVALID; what is out of bounds is for config.json's own rules to refuse */
  readonly change: (text: string) => SettingsChange
}

const DEFAULT = 'default'
const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

export const SETTINGS: Readonly<Record<string, Setting>> = {
  lead: {
    what: 'how long before its end a token is renewed',
    show: ({ leadSeconds }) => (leadSeconds === undefined ? DEFAULT : inWords(leadSeconds * SECOND_MS)),
    change: (text) => ({ leadSeconds: text === DEFAULT ? null : parseDuration(text) / SECOND_MS }),
  },
  maxConcurrent: {
    what: 'how many renewals at once at one provider',
    show: ({ maxConcurrent }) => String(maxConcurrent),
    change: (text) => ({ maxConcurrent: wholeNumber(text) }),
  },
  grantEnds: {
    what: 'how long before a login ends for good to be told, each once',
    show: ({ notifications }) =>
      notifications.grantEndsHours.map((hours) => inWords(hours * HOUR_MS)).join(', ') || 'never',
    change: (text) => ({
      notifications: {
        grantEndsHours: text === 'never' ? [] : text.split(',').map((one) => parseDuration(one) / HOUR_MS),
      },
    }),
  },
  quietHours: {
    what: 'when nothing is shown',
    show: ({ notifications: { quietHours } }) =>
      quietHours ? `${quietHours.from}-${quietHours.to}` : 'none',
    change: (text) => ({
      notifications: { quietHours: text === 'none' || text === DEFAULT ? null : hours(text) },
    }),
  },
  theme: {
    what: 'the window’s colours: system, light or dark',
    show: ({ theme }) => theme,
    change: (text) => ({ theme: oneOf(text, ['system', 'light', 'dark']) }),
  },
  tray: {
    what: 'what a click on the tray opens: popover or menu',
    show: ({ tray }) => tray,
    change: (text) => ({ tray: oneOf(text, ['popover', 'menu']) }),
  },
  startAtLogin: {
    what: 'the application starts with the session: on or off',
    show: ({ startAtLogin }) => onOff(startAtLogin),
    change: (text) => ({ startAtLogin: isOn(text) }),
  },
  metrics: {
    what: 'the port of this machine where programs read metrics, or off',
    show: ({ metricsPort }) => (metricsPort === undefined ? 'off' : String(metricsPort)),
    change: (text) => ({ metricsPort: text === 'off' || text === DEFAULT ? null : wholeNumber(text) }),
  },
  consent: {
    what: 'of which logins a program gets a token only after you allowed it: none, all, or names with commas',
    show: ({ consent }) => (consent.all ? 'all' : consent.logins.join(', ') || 'none'),
    change: (text) => ({
      consent:
        text === 'all'
          ? { all: true }
          : { all: false, logins: text === 'none' || text === DEFAULT ? [] : listed(text) },
    }),
  },
  whileLocked: {
    what: 'what programs get while the screen is locked: give or withhold',
    show: ({ withholdWhileLocked }) => (withholdWhileLocked ? 'withhold' : 'give'),
    change: (text) => ({ withholdWhileLocked: oneOf(text, ['give', 'withhold', DEFAULT]) === 'withhold' }),
  },
  checkForUpdates: {
    what: 'an installed release looks for a newer one: on or off',
    show: ({ checkForUpdates }) => onOff(checkForUpdates),
    change: (text) => ({ checkForUpdates: isOn(text) }),
  },
}

export const SETTING_NAMES = Object.keys(SETTINGS)

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

function onOff(is: boolean): string {
  return is ? 'on' : 'off'
}

function isOn(text: string): boolean {
  return oneOf(text, ['on', 'off']) === 'on'
}

function oneOf<T extends string>(text: string, choices: readonly T[]): T {
  const chosen = choices.find((one) => one === text)
  if (chosen !== undefined) return chosen
  throw new AppError('ARGUMENT_INVALID', `"${text}" is none of: ${choices.join(', ')}.`)
}

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new AppError('ARGUMENT_INVALID', `"${text}" is not a whole number.`)
}

function hours(text: string): { readonly from: string; readonly to: string } {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return { from, to }
  throw new AppError('ARGUMENT_INVALID', `"${text}" is not a time of day to another.`, {
    hint: 'Like 22:00-07:00, or none.',
  })
}
