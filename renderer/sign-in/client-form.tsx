/** What few providers need and some insist on: how the client shows who it is, where the browser ends, parameters. */
import { useEffect, useState } from 'react'
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
      error={errors[name] || undefined}
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
      error={errors[name] || undefined}
      onChange={(value) => set(name, value)}
    />
  )
  return (
    <details className="fold client" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>More: authentication, redirect, parameters{props.withAddresses ? ', addresses' : ''}</summary>
      {isOpen ? (
        <div className="client-fields">
          {choice('clientAuthentication', 'Client authentication', AUTHENTICATIONS)}
          {choice('grant', 'Who signs in', GRANTS)}
          {choice('redirectHost', 'Redirect to', HOSTS)}
          {fields.redirectHost === ELSEWHERE ? (
            text('redirectAddress', 'Redirect address')
          ) : (
            <div className="client-pair">
              {text('redirectPort', 'Port')}
              {text('redirectPath', 'Path')}
            </div>
          )}
          {text('authorizationParams', 'Sign-in parameters', { kind: 'lines', hint: 'name=value' })}
          {text('tokenParams', 'Exchange parameters', { kind: 'lines', hint: 'name=value' })}
          {text('refreshParams', 'Renewal parameters', { kind: 'lines', hint: 'name=value' })}
          {fields.grant === 'jwt_bearer'
            ? text('assertionClaims', 'Claims of the assertion', { kind: 'lines', hint: 'name=value' })
            : null}
          {text('clientSecretEnv', 'Secret from a variable', { hint: 'Its name, in place of the vault.' })}
          {keyAskedBy(fields) === 'key' ? text('clientKeyId', 'Key id (kid)') : null}
          {props.withAddresses ? (
            <>
              {text('authorizationEndpoint', 'Authorization endpoint')}
              {text('tokenEndpoint', 'Token endpoint')}
              {text('deviceAuthorizationEndpoint', 'Device authorization endpoint')}
            </>
          ) : null}
          {text('revocationEndpoint', 'Revocation endpoint')}
          <Switch name="dpop" label="Bind tokens to a key (DPoP)" fields={fields} set={set} />
          <Switch
            name="pushedAuthorization"
            label="Send the sign-in request ahead (PAR)"
            fields={fields}
            set={set}
          />
          <Switch name="requestObject" label="Sign the sign-in request (JAR)" fields={fields} set={set} />
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
