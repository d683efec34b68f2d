/** Ends a login at its provider, once the person has read what goes dark with it. */
import { useEffect, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { LogoutView, ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

export function SignOutDialog(props: { profile: ProfileView }) {
  const { id, account, providerName, can } = props.profile
  const actions = useActions()
  const [plan, setPlan] = useState<LogoutView>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void actions
      .signOutPlan(id)
      .then((reply) => (reply.ok ? setPlan(reply.value) : setFailure(reply.failure)))
  }, [actions, id])
  const close = () => void actions.closeDialog()

  async function signOut(): Promise<void> {
    if (!plan || busy) return
    setBusy(true)
    setFailure(await actions.signOut(plan))
    setBusy(false)
  }

  return (
    <Dialog title={t('Sign out {account}?', { account })} lead={providerName} onClose={close}>
      <div className="dialog-body" aria-live="polite">
        {plan ? (
          <GoesDark plan={plan} />
        ) : failure ? null : (
          <p className="quiet">{t('Asking what would stop…')}</p>
        )}
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={!plan || busy}
          onClick={() => void signOut()}
        >
          {busy ? t('Signing out…') : t('Sign out')}
        </button>
        <button type="button" className="button button-large" onClick={close}>
          {t('Keep it')}
        </button>
        {can.forget ? (
          <button type="button" className="link-button dialog-other" onClick={() => actions.openForget(id)}>
            {t('Only delete the copy here…')}
          </button>
        ) : null}
      </footer>
    </Dialog>
  )
}

function GoesDark(props: { plan: LogoutView }) {
  const { providerName, revocable, files, programs, borrowers } = props.plan
  const isAlone = files.length + programs.length + borrowers.length === 0
  return (
    <>
      <p>
        {revocable
          ? t(
              '{providerName} ends the login for everybody who uses it. To have it back, somebody has to sign in again.',
              { providerName },
            )
          : t(
              '{providerName} offers no way to end a login from here: only the copy here goes. Take the permission back in your account there.',
              { providerName },
            )}
      </p>
      {isAlone ? (
        <p className="quiet">{t('Nothing else is known to use it.')}</p>
      ) : (
        <section className="dark" aria-labelledby="dark-heading">
          <h3 id="dark-heading">{revocable ? t('Goes dark with it') : t('Goes on with what it has')}</h3>
          <ul>
            {files.map(({ program, path }) => (
              <li key={path}>
                <span className="dark-who">{program}</span>
                <span className="dark-what">{t('keeps it in {path}', { path })}</span>
              </li>
            ))}
            {programs.map((name) => (
              <li key={name}>
                <span className="dark-who">{name}</span>
                <span className="dark-what">{t('asked for it in the last 30 days')}</span>
              </li>
            ))}
            {borrowers.map((name) => (
              <li key={name}>
                <span className="dark-who">{name}</span>
                <span className="dark-what">{t('borrows it')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
