/** Where notifications are put up: one interface, two desktops' ways. */
import type { Notice, NoticeAction } from './alert-text.ts'

export interface NotificationCenter {
  /** Puts it up in the place of what stood in that slot. @returns false when nothing on this desktop shows it now. */
  show(slot: string, notice: Notice): Promise<boolean>
  /** Is that slot's notification still up, as far as we were told? */
  isUp(slot: string): boolean
  close(slot: string): Promise<void>
  /** Takes down whatever is up: once we are gone, nobody hears a click. */
  stop(): Promise<void>
}

export type DesktopCommands = (action: NoticeAction) => void
