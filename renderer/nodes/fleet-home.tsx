/** The fleet of this machine: whether it is in contact, who belongs to it, what it shares, inviting and leaving. */
import type { FleetPageView, FleetView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { ago } from '../format/time.ts'
import { contactWords, inOrder, registerWords } from '../model/fleet-text.ts'
import { useAppState, useTicked } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { FleetInvite } from './fleet-invite.tsx'
import { FleetLeave } from './fleet-leave.tsx'
import { FleetLogins } from './fleet-logins.tsx'
import { FleetMember } from './fleet-member.tsx'
import { FleetRemoved } from './fleet-remove.tsx'
import { FleetRestored } from './fleet-restored.tsx'

export function FleetHome(props: { page: FleetPageView }) {
  const { page } = props
  const { fleet, nodes = [] } = page
  const joined = useAppState((state) => state.fleet.joined)
  const canRemove = fleet.administrator && !fleet.problem
  return (
    <>
      <Contact page={page} />
      {fleet.problem ? (
        <div className="card fleet-note">
          <FailureNote failure={fleet.problem} tone="alarm" />
        </div>
      ) : null}
      <FleetRestored fleet={fleet} />
      {joined === undefined ? null : (
        <p className="settings-note" role="status">
          {t('{name} has joined the fleet.', { name: joined })}
        </p>
      )}
      <FleetRemoved />
      {nodes.length > 0 && fleet.problem ? <Past fleet={fleet} /> : null}
      {nodes.length > 0 ? (
        <ul
          className={`card settings-card ${fleet.problem ? 'fleet-past' : ''}`}
          aria-label={t('Machines of the fleet')}
        >
          {inOrder(nodes).map((node) => (
            <FleetMember key={node.id} node={node} fleet={fleet} canRemove={canRemove && !node.isThis} />
          ))}
        </ul>
      ) : null}
      {canRemove ? <FleetInvite /> : null}
      <FleetLogins page={page} />
      <FleetLeave fleet={fleet} />
    </>
  )
}

/** "in contact · attic:2389. This machine is rack there." */
function Contact(props: { page: FleetPageView }) {
  const { fleet } = props.page
  const contact = useTicked(
    (nowMs) => contactWords(fleet, nowMs),
    fleet.contactMs === undefined ? [] : [fleet.contactMs],
  )
  const isWell = fleet.contactMs !== undefined && !fleet.problem
  return (
    <p className="settings-note fleet-contact">
      <Glyph shape={isWell ? 'disc' : 'ring'} tone={isWell ? 'good' : 'next'} small />
      <span>
        <strong>{contact}</strong> · <span className="mono break">{registerWords(fleet)}</span> ·{' '}
        {t('this machine is called {machine} in it', { machine: fleet.machine })}
      </span>
    </p>
  )
}

/** Above its machines: what is shown of them is from before. */
function Past(props: { fleet: FleetView }) {
  const { contactMs } = props.fleet
  const words = useTicked(
    (nowMs) =>
      contactMs === undefined
        ? t('Its machines as they were known last:')
        : t('Its machines as they were known {ago}:', { ago: ago(nowMs - contactMs) }),
    contactMs === undefined ? [] : [contactMs],
  )
  return <p className="settings-note">{words}</p>
}
