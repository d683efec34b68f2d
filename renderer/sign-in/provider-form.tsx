/** A provider in the person's own words: by issuer, which tells us the rest, or endpoint by endpoint. */
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProviderView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFaults } from '../ui/use-faults.ts'
import {
  type ClientField,
  clientErrors,
  clientFields,
  fieldOfFault,
  withClientFields,
} from './client-draft.ts'
import { ClientForm } from './client-form.tsx'
import { SecretField } from './entry-form.tsx'
import { EMPTY_FIELDS, fieldErrors, type ProviderFields, providerInput } from './provider-draft.ts'

const WAYS = [
  ['issuer', t('Issuer URL')],
  ['endpoints', t('Endpoints')],
  ['mcp', t('MCP server')],
] as const

const PLAIN_CLIENT = clientFields({})

export function ProviderForm(props: {
  known: readonly ProviderView[]
  /** Of the issuer, where it was typed already. */
  address?: string | undefined
  onBack: () => void
}) {
  const actions = useActions()
  const { form, faults, tell, right } = useFaults<string>()
  const [fields, setFields] = useState({ ...EMPTY_FIELDS, issuer: props.address ?? '' })
  const [client, setClient] = useState(PLAIN_CLIENT)
  const [secret, setSecret] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  function set(key: keyof ProviderFields, value: string): void {
    setFields({ ...fields, [key]: value })
    right(key)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    if (tell({ ...clientErrors(client), ...fieldErrors(fields, client.grant !== '') })) return
    setBusy(true)
    setFailure(undefined)
    const known = props.known.filter(({ proposed }) => !proposed).map((provider) => provider.id)
    const input = withClientFields(providerInput(fields, known), client, PLAIN_CLIENT)
    const isTyped = secret !== '' && client.clientSecretEnv === ''
    const refused =
      fields.by === 'mcp'
        ? await actions.addMcpServer(fields.issuer.trim(), fields.clientId.trim())
        : await actions.addProvider(input, isTyped ? { secret } : {})
    setBusy(false)
    if (refused?.field === undefined) return setFailure(refused)
    tell({ [fieldOfFault(refused.field, client)]: failureWords(refused) })
  }

  const isMcp = fields.by === 'mcp'
  const field = (key: keyof ProviderFields, label: string, placeholder: string, hint?: string) => (
    <TextField
      name={key}
      label={label}
      placeholder={placeholder}
      value={fields[key]}
      onChange={(value) => set(key, value)}
      {...(hint ? { hint } : {})}
      error={faults[key]}
    />
  )
  return (
    <form ref={form} noValidate className="dialog-form" onSubmit={(event) => void submit(event)}>
      <div className="dialog-body">
        <fieldset className="chips">
          <legend className="only-read">{t('Described by')}</legend>
          {WAYS.map(([by, label]) => (
            <button
              key={by}
              type="button"
              className="chip"
              aria-pressed={fields.by === by}
              onClick={() => setFields({ ...fields, by })}
            >
              {label}
            </button>
          ))}
        </fieldset>
        {fields.by === 'issuer'
          ? field('issuer', t('Issuer'), 'https://login.example.org', t('The endpoints are read from there.'))
          : null}
        {fields.by === 'mcp'
          ? field('issuer', t('MCP server'), 'https://mcp.example.org/mcp', t('It names whom it trusts.'))
          : null}
        {fields.by === 'endpoints' ? (
          <>
            {field(
              'authorizationEndpoint',
              t('Authorization endpoint'),
              'https://login.example.org/authorize',
            )}
            {field('tokenEndpoint', t('Token endpoint'), 'https://login.example.org/token')}
            {field('deviceAuthorizationEndpoint', t('Device authorization endpoint'), t('optional'))}
          </>
        ) : null}
        {field(
          'clientId',
          t('Client id'),
          t('as the provider gave it to your application'),
          fields.by === 'endpoints' ? undefined : t('Empty where the server registers clients by itself.'),
        )}
        {isMcp ? null : (
          <SecretField
            value={secret}
            client={client}
            optional
            error={faults['secret']}
            onChange={(value) => {
              setSecret(value)
              right('secret')
            }}
          />
        )}
        {isMcp ? null : (
          <>
            {field('scopes', t('Scopes'), 'openid offline_access')}
            {field('name', t('Name'), t('how it is called in the list; optional'))}
            <ClientForm
              fields={client}
              errors={faults}
              withAddresses={false}
              set={(name: ClientField, value) => {
                setClient({ ...client, [name]: value })
                right(name)
              }}
            />
          </>
        )}
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <FormFoot
        label={busy ? t('Asking the provider…') : t('Continue to sign-in')}
        isOff={busy}
        onBack={props.onBack}
      />
    </form>
  )
}
