/** Adding a login: a provider we know, or one the person describes. */
import { useEffect, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProviderView } from '../../app/contract/views.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChevronIcon } from '../ui/icons.tsx'
import { ProviderForm } from './provider-form.tsx'

export function AddDialog() {
  const actions = useActions()
  const providers = useAppState((state) => state.providers)
  const [other, setOther] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => void actions.loadProviders().then(setFailure), [actions])
  const bring = (screen: 'import' | 'nodes') => void actions.closeDialog().then(() => actions.show(screen))
  return (
    <Dialog
      title={other ? 'Another provider' : 'Add a login'}
      lead={other ? 'Any server that speaks OAuth 2.0' : 'Which provider do you sign in to?'}
      onClose={() => void actions.closeDialog()}
    >
      {other ? (
        <ProviderForm known={providers ?? []} onBack={() => setOther(false)} />
      ) : (
        <div className="dialog-body">
          {failure ? <FailureNote failure={failure} /> : null}
          {providers || failure ? null : <p className="quiet">Reading the list…</p>}
          <ul className="card providers">
            {[...(providers ?? [])].sort(usableFirst).map((provider) => (
              <ProviderLine key={provider.id} provider={provider} />
            ))}
            <li>
              <button type="button" className="provider" onClick={() => setOther(true)}>
                <span className="provider-name">Another provider…</span>
                <span className="provider-how">By its issuer URL, or by its endpoints</span>
                <ChevronIcon />
              </button>
            </li>
          </ul>
          <p className="add-else">
            <span className="quiet">Or bring one over:</span>
            <button type="button" className="link-button" onClick={() => bring('import')}>
              From a file
            </button>
            <button type="button" className="link-button" onClick={() => bring('nodes')}>
              From another machine
            </button>
          </p>
        </div>
      )}
    </Dialog>
  )
}

function ProviderLine(props: { provider: ProviderView }) {
  const { provider } = props
  const actions = useActions()
  if (!usable(provider)) {
    return (
      <li className="provider provider-off" aria-disabled="true">
        <span className="provider-name">{provider.name}</span>
        <span className="provider-how">{provider.retired ?? 'Sign in with its own program'}</span>
      </li>
    )
  }
  return (
    <li>
      <button
        type="button"
        className="provider"
        onClick={() => void actions.signIn({ providerId: provider.id })}
      >
        <span className="provider-name">{provider.name}</span>
        <span className="provider-how">
          {waysOf(provider)}
          {provider.custom ? ' · added by you' : ''}
        </span>
        <ChevronIcon />
      </button>
    </li>
  )
}

function waysOf({ browserLogin, deviceLogin, clientLogin }: ProviderView): string {
  if (clientLogin) return 'By itself'
  if (browserLogin) return deviceLogin ? 'Browser or code' : 'Browser'
  return 'Code on any device'
}

function usable(provider: ProviderView): boolean {
  return (
    provider.retired === undefined &&
    (provider.browserLogin || provider.deviceLogin || provider.clientLogin === true)
  )
}

function usableFirst(a: ProviderView, b: ProviderView): number {
  return Number(usable(b)) - Number(usable(a)) || a.name.localeCompare(b.name, 'en')
}
