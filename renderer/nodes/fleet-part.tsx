/** The fleet under Machines: several machines that use the same logins, and agree on who renews them. */
import { useEffect, useRef } from 'react'
import { t } from '../../app/words/t.ts'
import { useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { FleetHome } from './fleet-home.tsx'
import { FleetStart } from './fleet-start.tsx'

export function FleetPart() {
  const { page, failure } = useAppState((state) => state.fleet)
  const heading = useRef<HTMLHeadingElement>(null)
  const fleetId = page === undefined ? undefined : (page?.fleet.id ?? null)
  const before = useRef(fleetId)
  useEffect(() => {
    // What had the focus went away with founding, joining or leaving.
    if (before.current !== undefined && before.current !== fleetId) heading.current?.focus()
    before.current = fleetId
  }, [fleetId])
  if (page === undefined && !failure) return null
  return (
    <section className="settings-part fleet" aria-labelledby="fleet-heading">
      <h2 id="fleet-heading" ref={heading} tabIndex={-1}>
        {page ? t('Fleet {name}', { name: page.fleet.name }) : t('A fleet')}
      </h2>
      {failure ? (
        <div className="card fleet-note" role="alert">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
      {page ? <FleetHome page={page} /> : <FleetStart />}
    </section>
  )
}
