/** XDG autostart: one file, which desktops read at login and switch off in place. */
import type { Files } from '../../app/base/ports.ts'
import type { Autostart, StartCommand } from './autostart.ts'
import { desktopEntry, execIn, execLine, stateIn } from './desktop-entry.ts'

export interface LinuxAutostartDeps {
  readonly files: Files
  /** Absolute: $XDG_CONFIG_HOME/autostart/lamplighter.desktop. */
  readonly path: string
  /** A name of the icon theme, or an absolute path. */
  readonly icon: string
  readonly command: StartCommand
}

export function createLinuxAutostart({ files, path, icon, command }: LinuxAutostartDeps): Autostart {
  return {
    async state() {
      const text = await files.read(path)
      return text === undefined ? 'absent' : stateIn(text)
    },
    async set(on) {
      if (on) await files.writeAtomic(path, desktopEntry(command, icon))
      else await files.remove(path)
    },
    async mend() {
      const text = await files.read(path)
      if (text === undefined || stateIn(text) !== 'on' || execIn(text) === execLine(command)) return
      await files.writeAtomic(path, desktopEntry(command, icon))
    },
  }
}
