/** For a machine that is of no fleet: what one is, and the two ways into one. */
import { useState } from 'react'
import { t } from '../../app/words/t.ts'
import { FleetFound } from './fleet-found.tsx'
import { FleetJoin } from './fleet-join.tsx'
import { FleetRow } from './fleet-row.tsx'

export function FleetStart() {
  const [way, setWay] = useState<'found' | 'join'>()
  const back = () => setWay(undefined)
  return (
    <>
      <p className="settings-note">
        {t(
          'For several machines that use the same logins, any of which may fail: one at a time renews, and the others have the new token within a moment.',
        )}
      </p>
      {way === 'found' ? <FleetFound onBack={back} /> : null}
      {way === 'join' ? <FleetJoin onBack={back} /> : null}
      {way === undefined ? (
        <ul className="card settings-card">
          <FleetRow
            shape="target"
            tone="quiet"
            title={t('Found a fleet')}
            note={t(
              'This machine is its first: it renews, and invites the others. Choose one that is always on.',
            )}
          >
            <button type="button" className="button" onClick={() => setWay('found')}>
              {t('Found one…')}
            </button>
          </FleetRow>
          <FleetRow
            shape="arrow"
            tone="quiet"
            title={t('Join a fleet')}
            note={t('With an invitation from the machine that founded it.')}
          >
            <button type="button" className="button" onClick={() => setWay('join')}>
              {t('Join one…')}
            </button>
          </FleetRow>
        </ul>
      ) : null}
    </>
  )
}
