/** What is known about one login, as a list of names and values. */
import { useState } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useTicked } from '../state/app-context.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { Locks } from './locks.tsx'
import { accessFact, grantFact, rotationFact, targetsOf } from './row-text.ts'

export function DetailFacts(props: { profile: ProfileView }) {
  const { profile } = props
  const access = useTicked((nowMs) => accessFact(profile, nowMs), targetsOf(profile))
  const grant = useTicked((nowMs) => grantFact(profile, nowMs), targetsOf(profile))
  const rotation = useTicked((nowMs) => rotationFact(profile, nowMs), targetsOf(profile))
  return (
    <section className="detail-part">
      <h3>{t('Details')}</h3>
      <dl className="facts">
        <dt>{t('Time left')}</dt>
        <dd className="tabular">{access}</dd>
        {profile.kind === 'api-key' ? null : (
          <>
            <dt>{t('Sign-in lasts')}</dt>
            <dd className="tabular">{grant}</dd>
          </>
        )}
        {rotation === undefined ? null : (
          <>
            <dt>{t('New key')}</dt>
            <dd className="tabular">{rotation}</dd>
          </>
        )}
        <dt>{t('Renewed by')}</dt>
        <dd>{known(profile.owner.sentence)}</dd>
        {profile.scopes.length > 0 ? (
          <>
            <dt>{t('Scopes')}</dt>
            <Scopes scopes={profile.scopes} />
          </>
        ) : null}
      </dl>
    </section>
  )
}

/** What only somebody who looks for a fault wants to know. */
export function ExpertFacts(props: { profile: ProfileView }) {
  const { profile } = props
  return (
    <dl className="facts">
      <dt>{t('Id')}</dt>
      <dd className="fact-id">
        <span className="mono clip" title={profile.id}>
          {profile.id}
        </span>
        <CopyButton text={profile.id} label={t('Copy id')} />
      </dd>
      <dt>{t('Locks')}</dt>
      <Locks profileId={profile.id} />
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
          {t('{count} more', { count: scopes.length - shown.length })}
        </button>
      ) : null}
    </dd>
  )
}
