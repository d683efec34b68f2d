/** A desktop without a place for tray items: told in the window, which is then the only way in. Pure. */
import type { Failure } from '../../app/contract/failure.ts'
import { NO_TRAY } from '../../app/contract/problems.ts'
import type { OverviewView } from '../../app/contract/views.ts'

export const TRAYLESS: Failure = {
  code: NO_TRAY,
  message: 'This desktop shows no tray icons, so Lamplighter has none.',
  hint: 'It keeps your logins alive all the same, also with this window closed. To see the window again, start Lamplighter once more. On GNOME, the extension "AppIndicator and KStatusNotifierItem Support" brings tray icons back.',
}

export function withoutTray(overview: OverviewView): OverviewView {
  return { ...overview, problems: [...overview.problems, TRAYLESS] }
}
