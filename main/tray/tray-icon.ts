/** Which lamp the tray shows: the worst state of all. Pure. */
import { isDown } from '../../app/contract/is-down.ts'
import { problemsOf } from '../../app/contract/problems.ts'
import type { OverviewView, StatusView } from '../../app/contract/views.ts'

export type Lamp =
  | 'lit' // all well
  | 'half' // something is due, refreshing or retrying, and will mend itself
  | 'notch' // a person is needed, or whoever uses a login fails now
  | 'dark' // paused, or nothing to keep

const WORST_FIRST: readonly Lamp[] = ['notch', 'half', 'lit', 'dark']

export function lampFor(overview: OverviewView): Lamp {
  if (overview.scheduler.paused) return 'dark'
  const lamps = new Set(
    overview.profiles.map((profile) => (isDown(profile, overview.atMs) ? 'notch' : lampOf(profile.status))),
  )
  for (const { attention } of problemsOf(overview)) {
    if (attention !== 'told') lamps.add(attention === 'needs-you' ? 'notch' : 'half')
  }
  return WORST_FIRST.find((lamp) => lamps.has(lamp)) ?? 'dark'
}

function lampOf(status: StatusView): Lamp {
  switch (status.kind) {
    case 'needs-login':
      return 'notch'
    case 'due':
    case 'refreshing':
    case 'retrying':
    case 'expired':
    case 'unknown':
      return 'half'
    case 'held':
      return status.expired ? 'half' : 'lit'
    case 'fresh':
    case 'static':
      return 'lit'
  }
}

export interface Panel {
  readonly platform: NodeJS.Platform
  /** XDG_CURRENT_DESKTOP. */
  readonly desktop: string | undefined
  /** Does the system use dark colours for its own surfaces? */
  readonly dark: boolean
}

/** The file under resources/tray/, in the colours and the size that this panel shows well. */
export function iconFile(lamp: Lamp, panel: Panel): string {
  if (panel.platform === 'darwin') return `${lamp}Template.png` // macOS colours it itself
  const size = panel.platform === 'win32' ? 16 : 22
  return `${isDark(panel) ? 'on-dark' : 'on-light'}/${lamp}-${size}.png`
}

/** GNOME's top bar is dark whatever the theme; everybody else's panel goes with it. */
function isDark({ desktop, dark }: Panel): boolean {
  return dark || (desktop?.split(':').includes('GNOME') ?? false)
}
