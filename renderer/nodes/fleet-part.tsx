/** The fleet under Machines: several machines that use the same logins, and agree on who renews them. */
import { t } from '../../app/words/t.ts'
import { useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { FleetHome } from './fleet-home.tsx'
import { FleetStart } from './fleet-start.tsx'

export function FleetPart() {
  const { page, failure } = useAppState((state) => state.fleet)
  if (page === undefined && !failure) return null
  return (
    <section className="settings-part fleet" aria-labelledby="fleet-heading">
      <h2 id="fleet-heading">{page ? t('Fleet {name}', { name: page.fleet.name }) : t('A fleet')}</h2>
      {failure ? (
        <div className="card fleet-note" role="alert">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
      {page ? <FleetHome page={page} /> : <FleetStart />}
    </section>
  )
}
