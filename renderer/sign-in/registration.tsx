/** What has to be registered at a provider before anybody can sign in there: the page, the steps, the exact address. */
import { useState } from 'react'
import type { CatalogueDetailView } from '../../app/contract/catalogue.ts'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { CopyButton, FailureNote } from '../ui/failure-note.tsx'
import { Untried } from './add-list.tsx'
import { type ClientFields, clientFields, ELSEWHERE } from './client-draft.ts'

export function Registration(props: {
  entry: CatalogueDetailView
  blanks: Readonly<Record<string, string>>
  client: ClientFields
}) {
  const { entry, client } = props
  const { register } = entry
  const actions = useActions()
  const [failure, setFailure] = useState<Failure>()
  const address = registeredAddress(entry, client)
  return (
    <section className="register" aria-labelledby="register-heading">
      <h3 id="register-heading">
        {t('Register a client at {name}', { name: entry.name })} {register.believed ? <Untried /> : null}
      </h3>
      <p>
        <CoreWords words={register.steps} />
      </p>
      {address === undefined ? null : (
        <div className="register-address">
          <span className="register-label">{t('Redirect address')}</span>
          <code>{address}</code>
          <CopyButton text={address} label={t('Copy')} />
        </div>
      )}
      {client.redirectHost === ELSEWHERE ? (
        <p className="quiet">
          {t(
            'Nothing answers at that address: after signing in the browser shows an error, and you paste the address of that page here.',
          )}
        </p>
      ) : null}
      {register.page === undefined ? null : (
        <p className="buttons">
          <button
            type="button"
            className="button"
            onClick={() => void actions.openRegistration(entry.id, { blanks: props.blanks }).then(setFailure)}
          >
            {t('Open the page')}
          </button>
          <span className="register-page clip" title={register.page}>
            {register.page.replace(/^https:\/\//, '')}
          </span>
        </p>
      )}
      {failure ? <FailureNote failure={failure} /> : null}
    </section>
  )
}

/** As it was changed, else as the entry has it. A port that may vary is left out (RFC 8252 §7.3). */
function registeredAddress(entry: CatalogueDetailView, client: ClientFields): string | undefined {
  const told = clientFields(entry.known)
  const { redirectHost, redirectPort, redirectPath, redirectAddress } = client
  const isAsTold =
    told.redirectHost === redirectHost &&
    told.redirectPort === redirectPort &&
    told.redirectPath === redirectPath &&
    told.redirectAddress === redirectAddress
  if (isAsTold) return entry.register.redirectAddress
  if (redirectHost === ELSEWHERE) return redirectAddress || undefined
  const [port = '0'] = redirectPort.split(/[\s,]+/)
  return `http://${redirectHost}${port === '0' ? '' : `:${port}`}${redirectPath}`
}
