/** What else can be done with a login, beside renewing it and signing in: for the menu of its details. */
import type { SinkLoginView } from '../../app/contract/openclaw.ts'
import type { ProfileView, SettingsView } from '../../app/contract/views.ts'
import type { Actions } from '../state/actions.ts'
import type { MenuItem } from '../ui/menu-button.tsx'

/** @param consent of which logins a person is asked before a program gets a token; undefined: not known yet */
export function moreItems(
  { id, can }: ProfileView,
  openclaw: readonly SinkLoginView[],
  actions: Actions,
  consent: SettingsView['consent'] | undefined,
): readonly MenuItem[] {
  const isAsked = consent?.logins.includes(id) ?? false
  const sink = openclaw.find(({ login }) => login === id)
  return [
    { id: 'rename', label: 'Rename…', run: () => actions.openRename(id) },
    ...(consent && !consent.all
      ? [
          {
            id: 'consent',
            label: isAsked ? 'Let programs use it unasked' : 'Ask me before a program uses it',
            run: () => void actions.askFirst(id, !isAsked),
          },
        ]
      : []),
    ...(can.replaceKey
      ? [{ id: 'replace-key', label: 'Put in a new key…', run: () => actions.openReplaceKey(id) }]
      : []),
    ...(sink
      ? [
          {
            id: 'openclaw',
            label: sink.isUsed ? 'Take it out of OpenClaw…' : 'Let OpenClaw use it…',
            run: () => actions.openOpenClaw(id),
          },
        ]
      : []),
    ...(can.signOut ? [{ id: 'sign-out', label: 'Sign out…', run: () => actions.openSignOut(id) }] : []),
    ...(can.forget
      ? [{ id: 'forget', label: 'Delete the copy here…', run: () => actions.openForget(id) }]
      : []),
  ]
}
