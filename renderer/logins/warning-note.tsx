/** Something about a login that must be said loudly: what was lost, and what brings it back. */
import type { Failure } from '../../app/contract/failure.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { loginFor } from '../state/store.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { TechnicalDetail } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'

export function Warnings(props: { profile: ProfileView }) {
  const { profile } = props
  const { status } = profile
  // What the callout above says already is not said in red a second time.
  const said = status.kind === 'needs-login' ? status.failure.message : undefined
  const others = profile.warnings.filter(({ message }) => message !== said)
  return others.map((warning) => (
    <Warning key={warning.code + warning.message} warning={warning} profile={profile} />
  ))
}

function Warning(props: { warning: Failure; profile: ProfileView }) {
  const { warning, profile } = props
  const actions = useActions()
  const signingIn = useAppState((state) => loginFor(state, profile.id) !== undefined)
  // Where a login is wanted anyway, the button for it stands at the foot of the pane.
  const offer = profile.can.login && profile.status.kind !== 'needs-login'
  return (
    <div className="callout callout-warning" role="note">
      <p className="warning-head">
        <Glyph shape="triangle" tone="alarm" />
        <strong>
          <CoreWords words={warning.message} />
        </strong>
      </p>
      {warning.hint ? (
        <p>
          <CoreWords words={warning.hint} />
        </p>
      ) : null}
      {offer ? (
        <button
          type="button"
          className="button"
          aria-disabled={signingIn}
          onClick={() => void (signingIn ? undefined : actions.signIn({ profileId: profile.id }))}
        >
          {signingIn ? t('Signing in…') : t('Sign in again…')}
        </button>
      ) : null}
      {warning.code === 'rotate-key' && profile.can.replaceKey ? (
        <button type="button" className="button" onClick={() => actions.openReplaceKey(profile.id)}>
          {t('Put in a new key…')}
        </button>
      ) : null}
      <TechnicalDetail failure={warning} />
    </div>
  )
}
