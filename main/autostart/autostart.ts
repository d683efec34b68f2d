/** Starting with the session: one interface, three systems' ways. */

/** `turned-off`: the entry is there, and the person switched it off with the system's own tools. */
export type AutostartState = 'on' | 'turned-off' | 'absent'

export interface Autostart {
  /** @throws AppError STORE_UNREADABLE */
  state(): Promise<AutostartState>
  /** Takes effect at the next login. @throws AppError STORE_UNWRITABLE, AUTOSTART_UNAVAILABLE */
  set(on: boolean): Promise<void>
  /** Puts right an entry that is on and starts another program: this one was moved or updated. */
  mend(): Promise<void>
}

/** What to start: absolute program, arguments, and variables it cannot do without. */
export interface StartCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}
