/** Light, dark or as the system has it: windows follow the setting, the tray's lamp follows the panel. */
import { nativeTheme } from 'electron'
import type { SettingsView } from '../../app/contract/views.ts'

let systemWasDark: boolean | undefined // as last seen while nothing was forced

/** Windows, menus and pages change at once. */
export function applyTheme(theme: SettingsView['theme']): void {
  if (nativeTheme.themeSource === theme) return // setting it again would tell everybody of a change
  rememberSystem()
  nativeTheme.themeSource = theme
}

/**
 * Does the system draw its panel dark? Windows and macOS tell. On Linux a forced theme hides what the system
 * prefers, so there the answer is as old as the setting.
 */
export function isPanelDark(): boolean {
  rememberSystem()
  // Told apart from the shade of windows since Electron 34, whose types we have; older ones give undefined.
  const told: boolean | undefined = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
  if (process.platform !== 'linux' && told !== undefined) return told
  return systemWasDark ?? nativeTheme.shouldUseDarkColors
}

function rememberSystem(): void {
  if (nativeTheme.themeSource === 'system') systemWasDark = nativeTheme.shouldUseDarkColors
}
