/** Says what was just done, and takes it back where that can be. */
import type { AppStore } from './store.ts'

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
