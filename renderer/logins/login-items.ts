/** What can be done with a login now: in the palette, and at a right click on its row. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import type { Actions } from '../state/actions.ts'
import { type AppState, loginFor } from '../state/store.ts'
import { moreItems } from './more-items.ts'

export interface LoginItem {
  readonly id: string
  readonly label: string
  readonly keys?: readonly string[]
  readonly run: () => void
}

export function loginItems(profile: ProfileView, state: AppState, actions: Actions): readonly LoginItem[] {
  const { id, can, status, holders } = profile
  const muted = state.settings?.notifications.mutedProfiles.includes(id) ?? false
  const items: (LoginItem | undefined)[] = [
    can.login && !loginFor(state, id)
      ? {
          id: 'sign-in',
          label: status.kind === 'needs-login' ? t('Sign in') : t('Sign in again'),
          keys: ['S'],
          run: () => void actions.signIn({ profileId: id }),
        }
      : undefined,
    can.refresh && status.kind !== 'refreshing'
      ? { id: 'renew', label: t('Renew now'), keys: ['R'], run: () => void actions.refresh(id) }
      : undefined,
    holders.some(({ drift }) => drift)
      ? { id: 'repair', label: t('Repair files that differ'), run: () => void actions.repair(id) }
      : undefined,
    {
      id: 'history',
      label: t('Show its history'),
      run: () => {
        actions.historyOf(id)
        actions.showHistoryAs('list')
        actions.show('history')
      },
    },
    {
      id: 'mute',
      label: muted ? t('Notify again') : t('Mute notifications'),
      run: () => void actions.mute(id, !muted),
    },
    ...moreItems(profile, state.openclaw, actions, state.settings?.consent),
  ]
  return items.filter((item) => item !== undefined)
}
