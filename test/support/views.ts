/** Views to start from: a test names only what it is about. */
import type { OverviewView, ProfileView, SettingsChange, SettingsView } from '../../app/contract/views.ts'

export const NOW_MS = Date.UTC(2026, 0, 15, 12, 0, 0)
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

export function profileView(changes: Partial<ProfileView> = {}): ProfileView {
  const id = changes.id ?? 'ada'
  return {
    id,
    providerId: 'openai-codex',
    providerName: 'OpenAI Codex',
    account: `${id}@example.test`,
    kind: 'oauth',
    owner: { mode: 'shared', refreshedBy: 'Lamplighter', sentence: 'Lamplighter renews it for OpenClaw.' },
    whereLine: 'OpenClaw · main',
    status: { kind: 'fresh' },
    scopes: [],
    holders: [
      {
        id: `${id}-holder`,
        label: 'OpenClaw · main',
        path: '/home/ada/.openclaw/agents/main/agent/auth-profiles.json',
        entry: `openai-codex:${id}@example.test`,
        drift: false,
      },
    ],
    advice: 'Nothing to do.',
    can: { refresh: true, login: true },
    warnings: [],
    ...changes,
  }
}

export function overviewView(
  profiles: readonly ProfileView[],
  changes: Partial<OverviewView> = {},
): OverviewView {
  return {
    atMs: NOW_MS,
    profiles,
    places: [],
    scheduler: { running: true },
    sealedBy: 'file',
    problems: [],
    ...changes,
  }
}

/** The defaults with a change laid over them. */
export function settingsView(change: SettingsChange = {}): SettingsView {
  const { mutedProfiles = [], grantEndsHours = [24, 1] } = change.notifications ?? {}
  return {
    maxConcurrent: change.maxConcurrent ?? 4,
    notifications: { grantEndsHours, mutedProfiles },
    theme: change.theme ?? 'system',
    tray: change.tray ?? 'popover',
    startAtLogin: change.startAtLogin ?? false,
    checkForUpdates: change.checkForUpdates ?? true,
    consent: { all: false, logins: [], ...change.consent },
    withholdWhileLocked: change.withholdWhileLocked ?? false,
    welcomed: change.welcomed ?? true,
    keptAlive: change.programs ?? {},
  }
}
