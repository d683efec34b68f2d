/** What a change makes of the settings, before Lamplighter has answered. */
import type { SettingsChange, SettingsView } from '../../app/contract/views.ts'

/** Null takes an optional member away; what is not given stays. */
export function changed(settings: SettingsView, change: SettingsChange): SettingsView {
  const { quietHours, ...notifications } = { ...settings.notifications, ...change.notifications }
  const {
    leadSeconds,
    metricsPort,
    notifications: _,
    consent,
    programs,
    ...rest
  } = { ...settings, ...change }
  return {
    ...rest,
    consent: { ...settings.consent, ...consent },
    keptAlive: { ...settings.keptAlive, ...programs },
    ...(typeof leadSeconds === 'number' ? { leadSeconds } : {}),
    ...(typeof metricsPort === 'number' ? { metricsPort } : {}),
    notifications: { ...notifications, ...(quietHours ? { quietHours } : {}) },
  }
}
