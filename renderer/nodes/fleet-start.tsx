/** For a machine that is of no fleet: what one is, and the two ways into one. */
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { FleetFound } from './fleet-found.tsx'
import { FleetJoin } from './fleet-join.tsx'

export function FleetStart() {
  const actions = useActions()
  const way = useAppState((state) => state.fleet.way)
  const back = () => actions.beginFleet(undefined)
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
          <li className="setting fleet-row">
            <Glyph shape="target" tone="quiet" />
            <div className="setting-words">
              <p className="setting-title">{t('Found a fleet')}</p>
              <p className="setting-note">
                {t(
                  'This machine is its first: it renews, and invites the others. Choose one that is always on.',
                )}
              </p>
            </div>
            <button type="button" className="button" onClick={() => actions.beginFleet('found')}>
              {t('Found one…')}
            </button>
          </li>
          <li className="setting fleet-row">
            <Glyph shape="arrow" tone="quiet" />
            <div className="setting-words">
              <p className="setting-title">{t('Join a fleet')}</p>
              <p className="setting-note">{t('With an invitation from the machine that founded it.')}</p>
            </div>
            <button type="button" className="button" onClick={() => actions.beginFleet('join')}>
              {t('Join one…')}
            </button>
          </li>
        </ul>
      ) : null}
    </>
  )
}
