/** Settings as a new installation has them, what is packaged, and a support bundle. */
import type { AboutView, SettingsView } from '../../app/contract/views.ts'

export { changed } from '../model/settings-change.ts'

export const SETTINGS: SettingsView = {
  maxConcurrent: 4,
  notifications: { grantEndsHours: [24, 1], mutedProfiles: [] },
  theme: 'system',
  language: 'en',
  tray: 'popover',
  startAtLogin: true,
  checkForUpdates: true,
  consent: { all: false, logins: [] },
  withholdWhileLocked: false,
  welcomed: true,
  keptAlive: {},
}

/** Everything set, with one login that is gone by now. */
export const FULL_SETTINGS: SettingsView = {
  ...SETTINGS,
  leadSeconds: 900,
  notifications: {
    grantEndsHours: [168, 24, 1],
    quietHours: { from: '22:00', to: '07:00' },
    mutedProfiles: ['anthropic-ops', 'xai-ada', 'gone-since'],
  },
}

const HOME = '/home/ada'

export const ABOUT: AboutView = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '150.0.7800.12',
  node: '24.11.0',
  platform: 'linux x64',
  paths: [
    { label: 'Settings', path: `${HOME}/.config/lamplighter/config.json` },
    { label: 'Vault', path: `${HOME}/.local/share/lamplighter/vault.json` },
    { label: 'History', path: `${HOME}/.local/state/lamplighter/history` },
    { label: 'Renewal journal', path: `${HOME}/.local/state/lamplighter/journal` },
    { label: 'Everything else it remembers', path: `${HOME}/.local/state/lamplighter` },
  ],
  libraries: [
    { name: '@napi-rs/keyring', version: '2.1.2', licence: 'MIT' },
    { name: 'age-encryption', version: '0.3.1', licence: 'BSD-3-Clause' },
    { name: 'dbus-next', version: '0.10.2', licence: 'MIT' },
    { name: 'env-paths', version: '4.0.0', licence: 'MIT' },
    { name: 'oauth4webapi', version: '3.8.8', licence: 'MIT' },
    { name: 'proper-lockfile', version: '4.1.2', licence: 'MIT' },
    { name: 'react', version: '19.3.1', licence: 'MIT' },
    { name: 'react-dom', version: '19.3.1', licence: 'MIT' },
    { name: 'uqr', version: '0.1.3', licence: 'MIT' },
    { name: 'zod', version: '4.6.7', licence: 'MIT' },
    { name: 'zustand', version: '5.1.0', licence: 'MIT' },
  ],
}

export const SUPPORT = `Lamplighter 0.1.0 on linux x64, Electron 45.4.1, Node.js 24.11.0
Written 2026-03-10T09:41:07.000Z. Accounts are numbered; no token, code or key is in this text.

Settings
  leadSeconds: each provider's own
  maxConcurrent: 4
  notifications: 24 h, 1 h; no quiet hours; 2 muted
  sealed by: keychain

Places
  OpenClaw                    3 agents, 5 logins
  OpenClaw, before the rename not there
  Lamplighter's vault         2 logins

Logins
  #1  openai-codex   shared   due       access 12 min   grant 27 d   15 holders, 1 differs
  #2  openai-codex   shared   fresh     access 9 d 3 h
  #3  anthropic      watched  held      access 5 h 10 min
  #4  anthropic      shared   needs-login since 3 h: NEEDS_LOGIN (invalid_grant)
  #5  acme           own      fresh     access 48 min

Last events
  09:38:02  #1  refreshed    7c1f -> a90e   412 ms   asked by schedule
  09:37:40  #8  retrying     transient      30 s     connect ETIMEDOUT
  06:40:11  #4  rejected     invalid_grant  388 ms   asked by schedule
`
