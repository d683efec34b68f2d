/** Founding a fleet: what it is called, and where its machines meet. */
import { type FormEvent, useId, useState } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFaults } from '../ui/use-faults.ts'
import { FleetByHand } from './fleet-by-hand.tsx'
import { EMPTY_FOUNDING, type FoundingDraft, foundingErrors, foundingOf, usualUser } from './fleet-draft.ts'
import { FleetFormFoot } from './fleet-form-foot.tsx'

export function FleetFound(props: { onBack: () => void }) {
  const actions = useActions()
  const id = useId()
  const { form, faults, tell, right } = useFaults<keyof FoundingDraft>()
  const isFounding = useAppState((state) => state.fleet.busy === 'found')
  const [draft, setDraft] = useState(EMPTY_FOUNDING)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isFounding) return
    if (!tell(foundingErrors(draft))) void actions.foundFleet(foundingOf(draft))
  }

  const field = (name: keyof FoundingDraft) => ({
    name,
    value: draft[name],
    error: faults[name],
    onChange(value: string) {
      setDraft({ ...draft, [name]: value })
      right(name)
    },
  })

  return (
    <form ref={form} className="card fleet-form" aria-label={t('Found a fleet')} noValidate onSubmit={submit}>
      <div className="fleet-pair">
        <TextField {...field('name')} label={t('What is the fleet called?')} placeholder={t('home')} />
        <TextField
          {...field('machine')}
          label={t('What is this machine called there?')}
          hint={t('Empty: as it calls itself.')}
        />
      </div>
      <div className="field">
        <p className="setting-title" id={id}>
          {t('Where do its machines meet?')}
        </p>
        <Choice
          name="where"
          labelledBy={id}
          choices={[
            { id: 'here', label: t('On this machine') },
            { id: 'there', label: t('On a server that is there') },
          ]}
          chosen={draft.where}
          onChoose={(where) => setDraft({ ...draft, where })}
        />
      </div>
      {draft.where === 'here' ? <Here field={field} /> : <There field={field} user={usualUser(draft)} />}
      <FleetByHand />
      <FleetFormFoot
        isBusy={isFounding}
        canSubmit
        label={t('Found the fleet')}
        busyLabel={t('Founding…')}
        onBack={props.onBack}
      />
    </form>
  )
}

type Field = (name: keyof FoundingDraft) => {
  readonly name: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function Here(props: { field: Field }) {
  const { field } = props
  return (
    <>
      <p className="quiet">
        {t(
          'Lamplighter sets up a small database for it: etcd, a package of your system. What it keeps is sealed. While this machine is off, the others go on with the tokens they have, and nothing is renewed.',
        )}
      </p>
      <div className="fleet-pair">
        <TextField
          {...field('host')}
          label={t('How do the others reach this machine?')}
          placeholder="attic.local"
          hint={t('Its name or address in your network. Empty: its own name.')}
        />
        <TextField
          {...field('port')}
          label={t('Port')}
          placeholder="2389"
          hint={t('Let your firewall pass it.')}
        />
      </div>
    </>
  )
}

function There(props: { field: Field; user: string }) {
  const { field } = props
  return (
    <>
      <p className="quiet">
        {t(
          'An etcd or a PostgreSQL that all machines reach, with TLS. Lamplighter makes a user there for each machine; what they keep is sealed.',
        )}
      </p>
      <TextField
        {...field('members')}
        label={t('Address')}
        placeholder="https://10.0.0.1:2379"
        hint={t('Of each etcd, with commas between them; or postgres://HOST/DATABASE.')}
      />
      <div className="fleet-pair">
        <TextField {...field('user')} label={t('User who may make users')} placeholder={props.user} />
        <TextField {...field('password')} kind="secret" label={t('Password')} />
      </div>
      <TextField
        {...field('ca')}
        kind="lines"
        label={t('Authority of its certificates')}
        placeholder="-----BEGIN CERTIFICATE-----"
        hint={t('As PEM. Empty: whom this system trusts.')}
      />
    </>
  )
}
