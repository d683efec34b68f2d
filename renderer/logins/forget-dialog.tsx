/** Deletes our copy of a login, and only that: the provider is not told, and no other program's file is touched. */
import { useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

export function ForgetDialog(props: { profile: ProfileView }) {
  const { profile } = props
  const actions = useActions()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const close = () => void actions.closeDialog()
  const isKey = profile.kind !== 'oauth'

  async function forget(): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(await actions.forget(profile.id, calledOf(profile)))
    setBusy(false)
  }

  return (
    <Dialog
      title={t('Delete the copy of {login}?', { login: calledOf(profile) })}
      lead={profile.providerName}
      onClose={close}
    >
      <div className="dialog-body">
        <p>
          {isKey
            ? t(
                'The key leaves the vault. Where it came from it stays good: delete it there, too, if nobody else needs it.',
              )
            : t(
                'The tokens leave Lamplighter’s vault. {providerName} is not told, so the permission stays there; other programs’ files stay as they are.',
                { providerName: profile.providerName },
              )}
        </p>
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={busy}
          onClick={() => void forget()}
        >
          {t('Delete')}
        </button>
        <button type="button" className="button button-large" onClick={close}>
          {t('Keep it')}
        </button>
      </footer>
    </Dialog>
  )
}
