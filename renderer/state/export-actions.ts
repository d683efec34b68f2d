/** Taking logins to another machine in a file: what may go, and the file itself. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import type { ExportChoiceView, ExportRequest, ExportResultView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'

export interface ExportActions {
  openExport(): void
  exportChoices(): Promise<Reply<readonly ExportChoiceView[]>>
  /** Where is asked with the system's dialog. @returns undefined when the person thought better of it */
  saveExport(request: ExportRequest): Promise<Reply<ExportResultView | undefined>>
}

export function createExportActions(bridge: Bridge, store: AppStore): ExportActions {
  return {
    openExport: () => store.setState({ dialog: { kind: 'export' } }),
    exportChoices: () => ask(bridge, 'export:choices'),
    async saveExport(request) {
      const reply = await ask(bridge, 'export:save', request)
      if (!reply.ok) store.setState({ announcement: reply.failure.message })
      else if (reply.value) {
        store.setState({
          announcement: t('{logins} exported.', { logins: counted(reply.value.included.length, 'login') }),
        })
      }
      return reply
    },
  }
}
