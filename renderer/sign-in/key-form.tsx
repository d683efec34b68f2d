/** An API key or a fixed token: whose it is, until when it is good, and when there is to be another. */
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { useApp } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField, type TextFieldProps } from '../ui/text-field.tsx'
import { useFaults } from '../ui/use-faults.ts'
import { EMPTY_KEY, type KeyFields, keyErrors, keyInput } from './key-draft.ts'

export function KeyForm(props: { onBack: () => void }) {
  const { actions, ticker } = useApp()
  const { form, faults, tell, right } = useFaults<keyof KeyFields>()
  const [fields, setFields] = useState(EMPTY_KEY)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  function set(name: keyof KeyFields, value: string): void {
    setFields({ ...fields, [name]: value })
    right(name)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    if (tell(keyErrors(fields, ticker.store.getState().nowMs))) return
    setBusy(true)
    setFailure(undefined)
    const refused = await actions.addKey(keyInput(fields), fields.key.trim())
    setBusy(false)
    if (refused?.field === 'key') tell({ key: failureWords(refused) })
    else if (refused?.field === 'id') tell({ name: failureWords(refused) })
    else setFailure(refused)
  }

  const field = (name: keyof KeyFields, label: string, more: Partial<TextFieldProps> = {}) => (
    <TextField
      name={name}
      label={label}
      value={fields[name]}
      error={faults[name]}
      onChange={(value) => set(name, value)}
      {...more}
    />
  )
  return (
    <form ref={form} noValidate className="dialog-form" onSubmit={(event) => void submit(event)}>
      <div className="dialog-body">
        <fieldset className="chips">
          <legend className="only-read">{t('What it is')}</legend>
          {KINDS.map(([kind, label]) => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-pressed={fields.kind === kind}
              onClick={() => set('kind', kind)}
            >
              {label}
            </button>
          ))}
        </fieldset>
        <div className="client-fields">
          {field('provider', t('Whose it is'), { placeholder: 'openai' })}
          {field('name', t('What it is for'), { placeholder: 'ci' })}
        </div>
        {field('key', fields.kind === 'token' ? t('Token') : t('Key'), {
          kind: 'secret',
          hint: t('It goes into the vault and is not shown again.'),
        })}
        <div className="client-fields">
          {field('expires', t('Ends on'), { kind: 'date', hint: t('Empty: it does not end.') })}
          <SelectField
            name="rotation"
            label={t('Rotation')}
            value={fields.rotation}
            options={ROTATIONS}
            onChange={(value) => set('rotation', value)}
          />
          {fields.rotation === 'every' ? field('everyDays', t('Days between')) : null}
          {fields.rotation === 'on' ? field('onDay', t('Day'), { kind: 'date' }) : null}
        </div>
        {fields.rotation === 'never' ? null : (
          <p className="quiet">
            {t(
              'Lamplighter counts down to it and reminds you a week before. A command that makes the new key by itself is named in config.json (rotateCommand).',
            )}
          </p>
        )}
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <FormFoot label={t('Keep it')} isOff={busy} onBack={props.onBack} />
    </form>
  )
}

const KINDS = [
  ['api-key', t('API key')],
  ['token', t('Access token')],
] as const
const ROTATIONS = [
  ['never', t('Not planned')],
  ['every', t('Every so many days')],
  ['on', t('On a day')],
] as const
