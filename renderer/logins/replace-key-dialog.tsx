/** A person has made a new key where the old one came from: it takes the old one's place. */
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { isAhead, NOT_AHEAD } from '../sign-in/key-draft.ts'
import { useApp } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { TextField } from '../ui/text-field.tsx'

export function ReplaceKeyDialog(props: { profile: ProfileView }) {
  const { id, account, providerName } = props.profile
  const { actions, ticker } = useApp()
  const [key, setKey] = useState('')
  const [expires, setExpires] = useState('')
  const [wrong, setWrong] = useState<{ readonly key?: string; readonly expires?: string }>({})
  const [failure, setFailure] = useState<Failure>()
  const close = () => void actions.closeDialog()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = {
      ...(key.trim() === '' ? { key: t('Paste the new key.') } : {}),
      ...(expires === '' || isAhead(expires, ticker.store.getState().nowMs) ? {} : { expires: NOT_AHEAD }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const refused = await actions.replaceKey(id, key.trim(), expires === '' ? undefined : Date.parse(expires))
    if (refused?.field === 'key') setWrong({ key: refused.message })
    else setFailure(refused)
  }

  return (
    <Dialog title={t('A new key')} lead={`${account}, ${providerName}`} onClose={close}>
      <form noValidate className="dialog-form" onSubmit={(event) => void submit(event)}>
        <div className="dialog-body">
          <p>
            {t(
              'Make a new key where the old one came from, and paste it here. Programs get it from now on; delete the old one there when all of them have asked again.',
            )}
          </p>
          <TextField
            name="key"
            kind="secret"
            label={t('New key')}
            first
            value={key}
            hint={t('It goes into the vault and is not shown again.')}
            error={wrong.key}
            onChange={(value) => {
              setKey(value)
              setWrong({})
            }}
          />
          <TextField
            name="expires"
            kind="date"
            label={t('Ends on')}
            value={expires}
            hint={t('Empty: it does not end.')}
            error={wrong.expires}
            onChange={(value) => {
              setExpires(value)
              setWrong({})
            }}
          />
          {failure ? <FailureNote failure={failure} /> : null}
        </div>
        <FormFoot label={t('Put it in')} onCancel={close} />
      </form>
    </Dialog>
  )
}
