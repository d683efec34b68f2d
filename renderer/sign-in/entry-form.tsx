/** A provider of the catalogue: what to register there, and only what is missing of it. */
import { type FormEvent, useEffect, useState } from 'react'
import type { CatalogueAnswers, CatalogueDetailView, MissingAnswer } from '../../app/contract/catalogue.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { LoginWay } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFaults } from '../ui/use-faults.ts'
import {
  type ClientErrors,
  type ClientField,
  type ClientFields,
  clientErrors,
  clientFields,
  fieldOfFault,
  keyAskedBy,
  withClientFields,
} from './client-draft.ts'
import { ClientForm } from './client-form.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { freeId } from './provider-draft.ts'
import { Registration } from './registration.tsx'

export function EntryForm(props: { id: string; onBack: () => void; onName: (name: string) => void }) {
  const { id, onName } = props
  const actions = useActions()
  const [first, setFirst] = useState<CatalogueDetailView>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    void actions.catalogueEntry(id).then((reply) => {
      if (!reply.ok) return setFailure(reply.failure)
      onName(reply.value.name)
      setFirst(reply.value)
    })
  }, [actions, id, onName])
  if (first && first.cannot === undefined) return <Answers first={first} onBack={props.onBack} />
  return (
    <>
      <div className="dialog-body">
        {failure ? <FailureNote failure={failure} /> : null}
        {first ? (
          <>
            <p>{known(first.cannot)}</p>
            <EntryFacts entry={first} />
          </>
        ) : null}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button button-large" onClick={props.onBack}>
          {t('Back')}
        </button>
      </footer>
    </>
  )
}

/** @param props.first with nothing answered yet: what it says is missing is what is asked for */
function Answers(props: { first: CatalogueDetailView; onBack: () => void }) {
  const { first } = props
  const actions = useActions()
  const { form, faults, tell, right } = useFaults<string>()
  const taken = useAppState((state) => state.providers ?? [])
  const [entry, setEntry] = useState(first)
  const [blanks, setBlanks] = useState<Readonly<Record<string, string>>>({})
  const [clientId, setClientId] = useState('')
  const [secret, setSecret] = useState('')
  const [scopes, setScopes] = useState(() => (first.known.scopes ?? []).join(' '))
  /** What the person changed; the rest is as the entry says. */
  const [changed, setChanged] = useState<Partial<ClientFields>>({})
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const before = clientFields(entry.known)
  const client: ClientFields = { ...before, ...changed }
  const asked = first.missing.filter((one) => one.kind === 'blank')
  const secretAnswer = first.missing.find((one) => one.kind === 'clientSecret')

  async function fillBlank(name: string, value: string): Promise<void> {
    const next = { ...blanks, [name]: value }
    setBlanks(next)
    right(`blanks.${name}`)
    const reply = await actions.catalogueEntry(first.id, { blanks: next })
    if (reply.ok) setEntry(reply.value)
  }

  function answers(): CatalogueAnswers {
    const id = freeId(
      first.id,
      taken.filter(({ proposed }) => !proposed).map((provider) => provider.id),
    )
    const isInVault = secret !== '' && client.clientSecretEnv === ''
    return {
      id,
      clientId: clientId.trim(),
      blanks,
      scopes: scopes.split(/\s+/).filter(Boolean), // a comma may belong to one: Slack's
      ...(isInVault ? { secretInVault: true } : {}),
      ...(client.clientSecretEnv === '' ? {} : { clientSecretEnv: client.clientSecretEnv.trim() }),
    }
  }

  async function submit(way: LoginWay | undefined): Promise<void> {
    if (busy) return
    const wrong = {
      ...missingErrors(asked, blanks, clientId, secretAnswer, secret, client),
      ...clientErrors(client),
    }
    if (tell(wrong)) return
    setBusy(true)
    setFailure(undefined)
    const refused = await add(way)
    setBusy(false)
    if (refused?.field === undefined) return setFailure(refused)
    tell({ [fieldOfFault(refused.field, client)]: failureWords(refused) })
  }

  async function add(way: LoginWay | undefined): Promise<Failure | undefined> {
    const reply = await actions.catalogueEntry(first.id, answers())
    if (!reply.ok) return reply.failure
    const { input, known } = reply.value
    return actions.addProvider(withClientFields(input ?? known, client, before), {
      ...(way ? { method: way } : {}),
      ...(secret === '' || client.clientSecretEnv !== '' ? {} : { secret }),
    })
  }

  const withCode = client.deviceAuthorizationEndpoint !== ''
  // A blank may stand in all of its addresses: a browser is what nearly all have.
  const withBrowser = client.authorizationEndpoint !== '' || entry.known.issuer !== undefined || !withCode
  return (
    <form
      ref={form}
      noValidate
      className="dialog-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit(withBrowser ? undefined : 'device')
      }}
    >
      <div className="dialog-body">
        {asked.map((blank) => (
          <TextField
            key={blank.name}
            name={`blanks.${blank.name}`}
            label={known(blank.label)}
            placeholder={blank.example}
            value={blanks[blank.name] ?? ''}
            error={faults[`blanks.${blank.name}`]}
            onChange={(value) => void fillBlank(blank.name, value)}
          />
        ))}
        <Registration entry={entry} blanks={blanks} client={client} />
        <TextField
          name="clientId"
          label={t('Client id')}
          value={clientId}
          error={faults['clientId']}
          onChange={(value) => {
            setClientId(value)
            right('clientId')
          }}
        />
        {secretAnswer || client.clientAuthentication.includes('_') ? (
          <SecretField
            value={secret}
            client={client}
            optional={secretAnswer?.optional ?? false}
            error={faults['secret']}
            onChange={(value) => {
              setSecret(value)
              right('secret')
            }}
          />
        ) : null}
        <TextField
          name="scopes"
          label={t('Scopes to start from')}
          value={scopes}
          error={faults['scopes']}
          onChange={(value) => {
            setScopes(value)
            right('scopes')
          }}
        />
        <ClientForm
          fields={client}
          errors={faults}
          withAddresses
          set={(name: ClientField, value) => {
            setChanged({ ...changed, [name]: value })
            right(name)
          }}
        />
        <EntryFacts entry={entry} />
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <footer className="dialog-foot">
        <button type="submit" className="button button-large button-primary" aria-disabled={busy}>
          {busy
            ? t('Asking the provider…')
            : withBrowser
              ? t('Sign in with the browser')
              : t('Sign in with a code')}
        </button>
        {withCode && withBrowser ? (
          <button
            type="button"
            className="button button-large"
            aria-disabled={busy}
            onClick={() => void submit('device')}
          >
            {t('With a code')}
          </button>
        ) : null}
        <button type="button" className="button button-large dialog-back" onClick={props.onBack}>
          {t('Back')}
        </button>
      </footer>
    </form>
  )
}

/** Typed for the vault, and never shown again. */
export function SecretField(props: {
  value: string
  client: ClientFields
  optional: boolean
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { client } = props
  if (client.clientSecretEnv !== '') return null
  const asked = keyAskedBy(client)
  return (
    <TextField
      name="secret"
      kind={asked ? 'secret-lines' : 'secret'}
      label={
        asked === 'certificate'
          ? t('Private key and certificate (PEM)')
          : asked
            ? t('Private key (PEM or JWK)')
            : t('Client secret')
      }
      value={props.value}
      hint={
        props.optional && !asked
          ? t('Only if your client has one. It goes into the vault and is not shown again.')
          : t('It goes into the vault and is not shown again.')
      }
      error={props.error}
      onChange={props.onChange}
    />
  )
}

function missingErrors(
  asked: readonly Extract<MissingAnswer, { kind: 'blank' }>[],
  blanks: Readonly<Record<string, string>>,
  clientId: string,
  secretAnswer: Extract<MissingAnswer, { kind: 'clientSecret' }> | undefined,
  secret: string,
  client: ClientFields,
): ClientErrors {
  const empty = asked.filter(({ name }) => !blanks[name]?.trim())
  const isPublic = client.clientAuthentication === 'none'
  const needsSecret = secretAnswer !== undefined && !secretAnswer.optional && !isPublic
  return {
    ...Object.fromEntries(
      empty.map(({ name, example }) => [`blanks.${name}`, t('It is needed, such as {example}', { example })]),
    ),
    ...(clientId.trim() === ''
      ? { clientId: t('The provider gives one to each application it knows.') }
      : {}),
    ...(needsSecret && secret === '' && client.clientSecretEnv === ''
      ? { secret: t('The provider gives it together with the client id.') }
      : {}),
  }
}
