/** What few providers need and some insist on: how the client shows who it is, where the browser ends, parameters. */
import { useEffect, useState } from 'react'
import { t } from '../../app/words/t.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import {
  AUTHENTICATIONS,
  type ClientErrors,
  type ClientField,
  type ClientFields,
  ELSEWHERE,
  GRANTS,
  HOSTS,
  keyAskedBy,
  YES,
} from './client-draft.ts'

export function ClientForm(props: {
  fields: ClientFields
  errors: ClientErrors
  /** Its addresses are not asked for elsewhere. */
  withAddresses: boolean
  set: (field: ClientField, value: string) => void
}) {
  const { fields, errors, set } = props
  // What is wrong is on the screen, and stays there while it is put right.
  const isWrong = Object.keys(fields).some((name) => errors[name])
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (isWrong) setOpen(true)
  }, [isWrong])
  const isOpen = open || isWrong
  const text = (name: ClientField, label: string, more: { hint?: string; kind?: 'lines' } = {}) => (
    <TextField
      name={name}
      label={label}
      value={fields[name]}
      error={errors[name]}
      onChange={(value) => set(name, value)}
      {...more}
    />
  )
  const choice = (name: ClientField, label: string, options: typeof GRANTS) => (
    <SelectField
      name={name}
      label={label}
      value={fields[name]}
      options={options}
      error={errors[name]}
      onChange={(value) => set(name, value)}
    />
  )
  return (
    <details className="fold client" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {props.withAddresses
          ? t('More: authentication, redirect, parameters, addresses')
          : t('More: authentication, redirect, parameters')}
      </summary>
      {isOpen ? (
        <div className="client-fields">
          {choice('clientAuthentication', t('Client authentication'), AUTHENTICATIONS)}
          {choice('grant', t('Who signs in'), GRANTS)}
          {choice('redirectHost', t('Redirect to'), HOSTS)}
          {fields.redirectHost === ELSEWHERE ? (
            text('redirectAddress', t('Redirect address'))
          ) : (
            <div className="client-pair">
              {text('redirectPort', t('Port'))}
              {text('redirectPath', t('Path'))}
            </div>
          )}
          {text('authorizationParams', t('Sign-in parameters'), { kind: 'lines', hint: 'name=value' })}
          {text('tokenParams', t('Exchange parameters'), { kind: 'lines', hint: 'name=value' })}
          {text('refreshParams', t('Renewal parameters'), { kind: 'lines', hint: 'name=value' })}
          {fields.grant === 'jwt_bearer'
            ? text('assertionClaims', t('Claims of the assertion'), { kind: 'lines', hint: 'name=value' })
            : null}
          {text('clientSecretEnv', t('Secret from a variable'), {
            hint: t('Its name, in place of the vault.'),
          })}
          {keyAskedBy(fields) === 'key' ? text('clientKeyId', t('Key id (kid)')) : null}
          {props.withAddresses ? (
            <>
              {text('authorizationEndpoint', t('Authorization endpoint'))}
              {text('tokenEndpoint', t('Token endpoint'))}
              {text('deviceAuthorizationEndpoint', t('Device authorization endpoint'))}
            </>
          ) : null}
          {text('revocationEndpoint', t('Revocation endpoint'))}
          <Switch name="dpop" label={t('Bind tokens to a key (DPoP)')} fields={fields} set={set} />
          <Switch
            name="pushedAuthorization"
            label={t('Send the sign-in request ahead (PAR)')}
            fields={fields}
            set={set}
          />
          <Switch
            name="requestObject"
            label={t('Sign the sign-in request (JAR)')}
            fields={fields}
            set={set}
          />
        </div>
      ) : null}
    </details>
  )
}

function Switch(props: {
  name: 'dpop' | 'pushedAuthorization' | 'requestObject'
  label: string
  fields: ClientFields
  set: (field: ClientField, value: string) => void
}) {
  return (
    <label className="client-switch">
      <input
        type="checkbox"
        className="check"
        name={props.name}
        checked={props.fields[props.name] === YES}
        onChange={(event) => props.set(props.name, event.target.checked ? YES : '')}
      />
      <span>{props.label}</span>
    </label>
  )
}
