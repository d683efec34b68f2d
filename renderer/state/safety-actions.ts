/** Files with secrets that could be safer: looked for, and closed to others with a way back. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import { fileName } from '../../app/contract/file-name.ts'
import type { SecurityFindingView } from '../../app/contract/security.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface SafetyActions {
  loadFindings(): Promise<void>
  openFinding(findingId: string): void
  /** Closes the file to others. */
  mendFinding(finding: SecurityFindingView): Promise<void>
}

export function createSafetyActions(bridge: Bridge, store: AppStore, toasts: ToastActions): SafetyActions {
  const set = store.setState

  /** @returns whether it was done */
  function received(reply: Reply<readonly SecurityFindingView[]>): boolean {
    if (reply.ok) set({ findings: reply.value })
    else set({ notice: reply.failure, announcement: reply.failure.message })
    return reply.ok
  }

  return {
    async loadFindings() {
      received(await ask(bridge, 'security:get'))
    },
    openFinding: (findingId) => set({ dialog: { kind: 'finding', findingId } }),
    async mendFinding({ id, kind, path }) {
      if (!received(await ask(bridge, 'security:mend', id))) return
      const { dialog } = store.getState()
      if (dialog?.kind === 'finding' && dialog.findingId === id) set({ dialog: undefined })
      toasts.toast(
        kind === 'open'
          ? t('Only you can open {file} now.', { file: fileName(path) })
          : t('Only you can change {file} now.', { file: fileName(path) }),
        async () => {
          if (received(await ask(bridge, 'security:undo', id)))
            set({ announcement: t('{file} is as it was.', { file: fileName(path) }) })
        },
      )
    },
  }
}
