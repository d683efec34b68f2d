/** What is known about one login, as a list of names and values. */
import { useState } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { useTicked } from '../state/app-context.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { Locks } from './locks.tsx'
import { accessFact, grantFact, targetsOf } from './row-text.ts'

export function DetailFacts(props: { profile: ProfileView }) {
  const { profile } = props
  const access = useTicked((nowMs) => accessFact(profile, nowMs), targetsOf(profile))
  const grant = useTicked((nowMs) => grantFact(profile, nowMs), targetsOf(profile))
  return (
    <dl className="facts">
      <dt>Access</dt>
      <dd className="tabular">{access}</dd>
      {profile.kind === 'api-key' ? null : (
        <>
          <dt>Grant</dt>
          <dd className="tabular">{grant}</dd>
        </>
      )}
      {profile.scopes.length > 0 ? (
        <>
          <dt>Scopes</dt>
          <Scopes scopes={profile.scopes} />
        </>
      ) : null}
      <dt>Owner</dt>
      <dd>{profile.owner.sentence}</dd>
      <dt>Locks</dt>
      <Locks profileId={profile.id} />
      <dt>Id</dt>
      <dd className="fact-id">
        <span className="mono clip" title={profile.id}>
          {profile.id}
        </span>
        <CopyButton text={profile.id} label="Copy id" />
      </dd>
    </dl>
  )
}

/** Google's alone can fill the pane: more than a few are folded away. */
function Scopes(props: { scopes: readonly string[] }) {
  const { scopes } = props
  const [all, setAll] = useState(false)
  const shown = all || scopes.length <= 8 ? scopes : scopes.slice(0, 5)
  return (
    <dd>
      {shown.join(' ')}{' '}
      {shown.length < scopes.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {scopes.length - shown.length} more
        </button>
      ) : null}
    </dd>
  )
}
