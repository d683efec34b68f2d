/**
 * The setting "start at login" and the system's list, kept saying the same. At the start the system is believed: its
 * own tools show and change the list, and an entry that was taken out there must not come back by itself.
 */
import { messageOf } from '../../app/base/errors.ts'
import type { Log } from '../../app/base/ports.ts'
import type { Core } from '../../app/core.ts'
import type { Autostart } from './autostart.ts'

export interface StartAtLogin {
  /** Once, after the settings were read. Never throws. */
  reconcile(): Promise<void>
  /** Does nothing when it is so already. @throws as Autostart */
  set(on: boolean): Promise<void>
  /** The settings as they are now; acts when this one was changed in its file while we run. Never throws. */
  follow(on: boolean): Promise<void>
}

export function createStartAtLogin(
  autostart: Autostart,
  core: Pick<Core, 'settings' | 'changeSettings'>,
  log: Log,
): StartAtLogin {
  let known: boolean | undefined // what the setting said last

  async function set(on: boolean): Promise<void> {
    const state = await autostart.state()
    // What was turned off in the system is off; there it stays in the list, to be turned on again.
    if (on !== (state === 'on')) await autostart.set(on)
    known = on
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.warn('start at login could not be arranged', { reason: messageOf(error) })
    }
  }

  return {
    set,
    async follow(on) {
      if (on !== known) await attempt(() => set(on))
      known = on
    },
    reconcile: () =>
      attempt(async () => {
        const on = (await autostart.state()) === 'on'
        if (on) await autostart.mend()
        known = on
        if (core.settings().startAtLogin === on) return
        log.info('start at login was changed in the system', { on })
        await core.changeSettings({ startAtLogin: on })
      }),
  }
}
