/** The dialogs about one login. One that is gone by then has none. */
import { useAppState } from '../state/app-context.ts'
import { ForgetDialog } from './forget-dialog.tsx'
import { OpenClawDialog } from './openclaw-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { ReplaceKeyDialog } from './replace-key-dialog.tsx'
import { SignOutDialog } from './sign-out-dialog.tsx'

const DIALOGS = {
  rename: RenameDialog,
  'sign-out': SignOutDialog,
  forget: ForgetDialog,
  openclaw: OpenClawDialog,
  'replace-key': ReplaceKeyDialog,
} as const

export function ProfileDialog(props: { kind: keyof typeof DIALOGS; profileId: string }) {
  const profile = useAppState((state) => state.overview?.profiles.find(({ id }) => id === props.profileId))
  const Shown = DIALOGS[props.kind]
  return profile ? <Shown profile={profile} /> : null
}
