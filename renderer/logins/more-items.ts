/** What else can be done with a login, beside renewing it and signing in: for the menu of its details. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import type { Actions } from '../state/actions.ts'
import type { MenuItem } from '../ui/menu-button.tsx'

export function moreItems({ id, can }: ProfileView, actions: Actions): readonly MenuItem[] {
  return [
    { id: 'rename', label: t('Rename…'), run: () => actions.openRename(id) },
    ...(can.replaceKey
      ? [{ id: 'replace-key', label: t('Put in a new key…'), run: () => actions.openReplaceKey(id) }]
      : []),
    ...(can.signOut ? [{ id: 'sign-out', label: t('Sign out…'), run: () => actions.openSignOut(id) }] : []),
    ...(can.forget
      ? [{ id: 'forget', label: t('Delete the copy here…'), run: () => actions.openForget(id) }]
      : []),
  ]
}
