/**
 * The dialogs that are modal now, the topmost last. A modal dialog makes everything outside it inert, so what has to be
 * reached over any of them is drawn inside the topmost one.
 */
import { useSyncExternalStore } from 'react'

// As the top layer itself: one for the page.
let shown: readonly HTMLDialogElement[] = []
const listeners = new Set<() => void>()

/** @returns closes it again */
export function showModal(dialog: HTMLDialogElement): () => void {
  dialog.showModal()
  change([...shown, dialog])
  return () => {
    dialog.close()
    change(shown.filter((one) => one !== dialog))
  }
}

/** Undefined while nothing is modal. */
export function useTopmostModal(): HTMLDialogElement | undefined {
  return useSyncExternalStore(listen, () => shown.at(-1))
}

function change(next: readonly HTMLDialogElement[]): void {
  shown = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
