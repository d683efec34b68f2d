/** A sentence about what was just done: it goes by itself, and may offer to undo it. */
export interface Toast {
  readonly text: string
  readonly untilMs: number
  /** Takes it back. */
  readonly undo?: () => Promise<void>
}
