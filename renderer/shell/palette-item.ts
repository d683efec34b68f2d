/** One line of the command palette. */
export interface PaletteItem {
  readonly id: string
  readonly label: string
  /** What kind of thing it is, or which login. */
  readonly note: string
  /** What else people type who look for it. */
  readonly words?: string
  /** There are many like it: shown to whoever types something of it. */
  readonly isOnlyFound?: boolean
  readonly keys?: readonly string[]
  readonly run: () => void
}
