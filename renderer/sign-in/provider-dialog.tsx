/** What config.json says of a provider that a person added: its name, its addresses, the client and the scopes. */
import { type FormEvent, useEffect, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProviderEdit } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFaults } from '../ui/use-faults.ts'
import { type EditFields, editErrors, editOf, fieldsOf, shownFields } from './provider-edit.ts'

export function ProviderDialog(props: { providerId: string }) {
  const { providerId } = props
  const actions = useActions()
  const [before, setBefore] = useState<ProviderEdit>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    void actions.providerEdit(providerId).then((reply) => {
      if (reply.ok) setBefore(reply.value)
      else setFailure(reply.failure)
    })
  }, [actions, providerId])
  const close = () => void actions.closeDialog()
  return (
    <Dialog title={t('Change the provider')} lead={before?.name ?? providerId} onClose={close}>
      {before ? (
        <Form before={before} close={close} />
      ) : (
        <div className="dialog-body">
          {failure ? <FailureNote failure={failure} /> : <p className="quiet">{t('Reading config.json…')}</p>}
        </div>
      )}
    </Dialog>
  )
}

function Form(props: { before: ProviderEdit; close: () => void }) {
  const { before } = props
  const actions = useActions()
  const { form, faults, tell, right } = useFaults<keyof EditFields>()
  const [fields, setFields] = useState(() => fieldsOf(before))
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const shown = shownFields(before)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    if (tell(editErrors(fields, before))) return
    setBusy(true)
    setFailure(undefined)
    const refused = await actions.changeProvider(editOf(before.id, fields), before)
    setBusy(false)
    if (!refused) return
    const field = shown.find(({ name }) => name === refused.field)
    if (!field) return setFailure(refused)
    tell({ [field.name]: failureWords(refused) })
  }

  return (
    <form ref={form} noValidate className="dialog-form" onSubmit={(event) => void submit(event)}>
      <div className="dialog-body">
        {shown.map(({ name, label, hint }, at) => (
          <TextField
            key={name}
            name={name}
            label={label}
            value={fields[name]}
            {...(at === 0 ? { first: true } : {})}
            {...(hint ? { hint } : {})}
            error={faults[name]}
            onChange={(value) => {
              setFields({ ...fields, [name]: value })
              right(name)
            }}
          />
        ))}
        <p className="quiet">
          {t(
            'Logins that are here keep the client and the scopes they were made with until the next sign-in.',
          )}
        </p>
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      </div>
      <FormFoot label={busy ? t('Asking the provider…') : t('Save')} isOff={busy} onCancel={props.close} />
    </form>
  )
}
