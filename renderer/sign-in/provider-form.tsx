/** A provider in the person's own words: by issuer, which tells us the rest, or endpoint by endpoint. */
import { type FormEvent, useRef, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProviderView } from '../../app/contract/views.ts'
import { useActions } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import {
  EMPTY_FIELDS,
  type FieldErrors,
  fieldErrors,
  type ProviderFields,
  providerInput,
} from './provider-draft.ts'

export function ProviderForm(props: { known: readonly ProviderView[]; onBack: () => void }) {
  const actions = useActions()
  const form = useRef<HTMLFormElement>(null)
  const [fields, setFields] = useState(EMPTY_FIELDS)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  function set(key: keyof ProviderFields, value: string): void {
    setFields({ ...fields, [key]: value })
    setErrors({ ...errors, [key]: '' })
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const wrong = fieldErrors(fields)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) {
      // The first on the screen, whatever was checked first.
      const fields = [...(form.current?.querySelectorAll('input') ?? [])]
      fields.find(({ name }) => name in wrong)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    const known = props.known.map((provider) => provider.id)
    setFailure(await actions.addProvider(providerInput(fields, known)))
    setBusy(false)
  }

  const field = (key: keyof ProviderFields, label: string, placeholder: string, hint?: string) => (
    <TextField
      name={key}
      label={label}
      placeholder={placeholder}
      value={fields[key]}
      onChange={(value) => set(key, value)}
      {...(hint ? { hint } : {})}
      {...(errors[key] ? { error: errors[key] } : {})}
    />
  )
  return (
    <form ref={form} noValidate className="dialog-form" onSubmit={(event) => void submit(event)}>
      <div className="dialog-body">
        <fieldset className="chips">
          <legend className="only-read">Described by</legend>
          {(['issuer', 'endpoints'] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="chip"
              aria-pressed={fields.by === by}
              onClick={() => setFields({ ...fields, by })}
            >
              {by === 'issuer' ? 'Issuer URL' : 'Endpoints'}
            </button>
          ))}
        </fieldset>
        {fields.by === 'issuer' ? (
          field('issuer', 'Issuer', 'https://login.example.org', 'The endpoints are read from there.')
        ) : (
          <>
            {field('authorizationEndpoint', 'Authorization endpoint', 'https://login.example.org/authorize')}
            {field('tokenEndpoint', 'Token endpoint', 'https://login.example.org/token')}
            {field('deviceAuthorizationEndpoint', 'Device authorization endpoint', 'optional')}
          </>
        )}
        {field('clientId', 'Client id', 'the id of a native (public) application')}
        {field('scopes', 'Scopes', 'openid offline_access')}
        {field('name', 'Name', 'how it is called in the list; optional')}
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <footer className="dialog-foot">
        <button type="submit" className="button button-large button-primary" aria-disabled={busy}>
          {busy ? 'Asking the provider…' : 'Continue to sign-in'}
        </button>
        <button type="button" className="button button-large" onClick={props.onBack}>
          Back
        </button>
      </footer>
    </form>
  )
}
