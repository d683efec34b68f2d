/** What a login is called here; by its account again when the name is emptied. */
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { TextField } from '../ui/text-field.tsx'

export function RenameDialog(props: { profile: ProfileView }) {
  const { profile } = props
  const actions = useActions()
  const [name, setName] = useState(profile.name ?? '')
  const [failure, setFailure] = useState<Failure>()
  const close = () => void actions.closeDialog()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setFailure(await actions.rename(profile.id, name))
  }

  return (
    <Dialog title={t('Rename')} lead={`${profile.account}, ${profile.providerName}`} onClose={close}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <div className="dialog-body">
          <TextField
            name="name"
            label={t('Name')}
            first
            placeholder={profile.account}
            value={name}
            hint={t('Programs can ask for it by this name. Empty: it is called by its account.')}
            error={failure?.field === 'name' ? failure.message : undefined}
            onChange={(value) => {
              setName(value)
              setFailure(undefined)
            }}
          />
          {failure && failure.field !== 'name' ? <FailureNote failure={failure} /> : null}
        </div>
        <FormFoot label={t('Save')} onCancel={close} />
      </form>
    </Dialog>
  )
}
