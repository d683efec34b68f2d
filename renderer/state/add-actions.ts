/** Adding a login, up to the sign-in: the catalogue, and keys that need none. */
import type {
  CatalogueAnswers,
  CatalogueDetailView,
  CatalogueItemView,
} from '../../app/contract/catalogue.ts'
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { KeyInput } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import { chosen } from './selection.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface AddActions {
  openAdd(): void
  searchCatalogue(words: string): Promise<Reply<readonly CatalogueItemView[]>>
  catalogueEntry(id: string, answers?: CatalogueAnswers): Promise<Reply<CatalogueDetailView>>
  /** Opens the page where a client is registered. @returns why it could not be */
  openRegistration(id: string, answers: CatalogueAnswers): Promise<Failure | undefined>
  /** Keeps it, closes the dialog and says so. @returns why it was refused */
  addKey(input: KeyInput, key: string): Promise<Failure | undefined>
  openReplaceKey(profileId: string): void
  replaceKey(profileId: string, key: string, expiresAtMs?: number): Promise<Failure | undefined>
}

export function createAddActions(bridge: Bridge, store: AppStore, toasts: ToastActions): AddActions {
  return {
    openAdd: () => store.setState({ dialog: { kind: 'add' } }),
    searchCatalogue: (words) => ask(bridge, 'catalogue:search', words),
    catalogueEntry: (id, answers) => ask(bridge, 'catalogue:entry', id, answers),
    async openRegistration(id, answers) {
      const reply = await ask(bridge, 'catalogue:open-page', id, answers)
      return reply.ok ? undefined : reply.failure
    },
    async addKey(input, key) {
      const reply = await ask(bridge, 'key:add', input, key)
      if (!reply.ok) return reply.failure
      store.setState({ ...chosen(store.getState(), reply.value.id), dialog: undefined })
      toasts.toast(t('{id} is in the vault.', { id: reply.value.id }))
      return undefined
    },
    openReplaceKey: (profileId) => store.setState({ dialog: { kind: 'replace-key', profileId } }),
    async replaceKey(profileId, key, expiresAtMs) {
      const reply = await ask(bridge, 'key:replace', profileId, key, expiresAtMs)
      if (!reply.ok) return reply.failure
      store.setState({ dialog: undefined })
      toasts.toast(t('The new key is in the vault.'))
      return undefined
    },
  }
}
