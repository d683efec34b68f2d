/** A desktop that keeps what is put up, and can be away. */

import type { Notice } from '../../main/notifications/alert-text.ts'
import type { NotificationCenter } from '../../main/notifications/notification-center.ts'

export class FakeBoard implements NotificationCenter {
  readonly up = new Map<string, Notice>()
  /** Everything that was ever put up, in order. */
  readonly titles: string[] = []
  present = true
  stopped = false

  async show(slot: string, notice: Notice): Promise<boolean> {
    if (!this.present) return false
    this.up.set(slot, notice)
    this.titles.push(notice.title)
    return true
  }

  isUp(slot: string): boolean {
    return this.up.has(slot)
  }

  async close(slot: string): Promise<void> {
    this.up.delete(slot)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.up.clear()
  }
}
