/** A sentence about what was just done: it goes by itself, and may offer to undo it. */
import type { AppStore } from './store.ts'

export interface Toast {
  readonly text: string
  readonly untilMs: number
  /** Takes it back. */
  readonly undo?: () => Promise<void>
}

export interface ToastActions {
  toast(text: string, undo?: () => Promise<void>): void
  dismissToast(): void
  undoToast(): Promise<void>
}

const SHOWN_MS = 8_000
/** Long enough to read what it was, to think, and to get there by keys. */
const UNDO_MS = 30_000

export function createToastActions(store: AppStore, now: () => number): ToastActions {
  return {
    toast(text, undo) {
      const untilMs = now() + (undo ? UNDO_MS : SHOWN_MS)
      store.setState({ toast: { text, untilMs, ...(undo ? { undo } : {}) }, announcement: text })
    },
    dismissToast: () => store.setState({ toast: undefined }),
    async undoToast() {
      const { toast } = store.getState()
      store.setState({ toast: undefined })
      await toast?.undo?.()
    },
  }
}
