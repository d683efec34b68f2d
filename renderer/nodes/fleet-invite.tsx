/** Another machine is invited: one word, also as a QR code, to be carried there by a way that nobody else reads. */
import type { FleetInvitationView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { countdown } from '../format/time.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { FleetRow } from './fleet-row.tsx'

export function FleetInvite() {
  const { invitation, busy } = useAppState((state) => state.fleet)
  const actions = useActions()
  if (invitation) return <Invitation invitation={invitation} />
  const invite = (role: FleetInvitationView['role']) => (
    <button
      type="button"
      className="button"
      aria-disabled={busy !== undefined}
      onClick={() => void actions.inviteToFleet(role)}
    >
      {role === 'keeper' ? t('Invite a keeper') : t('Invite a reader')}
    </button>
  )
  return (
    <>
      <h3 className="fleet-heading">{t('Another machine')}</h3>
      <ul className="card settings-card">
        <FleetRow
          shape="square"
          tone="other"
          title={t('One that renews, too')}
          note={t('For machines that are always on. The more there are, the more can be down at once.')}
        >
          {invite('keeper')}
        </FleetRow>
        <FleetRow
          shape="square-open"
          tone="other"
          title={t('One that only uses')}
          note={t('For laptops and agents. It never holds a refresh token, so losing it costs little.')}
        >
          {invite('reader')}
        </FleetRow>
      </ul>
    </>
  )
}

function Invitation(props: { invitation: FleetInvitationView }) {
  const { text, role, untilMs } = props.invitation
  const actions = useActions()
  const left = useTicked((nowMs) => countdown(Math.max(0, untilMs - nowMs)), [untilMs])
  return (
    <div className="card fleet-form">
      <div className="fleet-steps">
        <p>
          <strong>
            {role === 'keeper'
              ? t('For one keeper, for another {left}.', { left })
              : t('For one reader, for another {left}.', { left })}
          </strong>{' '}
          {t('Whoever has it can join: take it there by a way that nobody else reads.')}
        </p>
        <p className="quiet">
          {t(
            'On the other machine: Machines, Join a fleet, and paste it there; or in a terminal: lamplighter fleet join',
          )}
        </p>
        <p className="quiet" role="status">
          {t('Waiting until it has come. Lamplighter has to run here meanwhile.')}
        </p>
        <div className="buttons">
          <CopyButton text={text} label={t('Copy the invitation')} className="button-primary" />
          <button type="button" className="button" onClick={() => actions.putInvitationAway()}>
            {t('Done')}
          </button>
        </div>
      </div>
      <figure className="fleet-qr">
        <figcaption className="quiet">
          {t(
            'The same text, for whatever reads QR codes: the camera of a phone shows it, to be pasted on the other machine. Lamplighter itself has no scanner.',
          )}
        </figcaption>
        <QrCode text={text} name={t('The invitation as a QR code')} dense />
      </figure>
    </div>
  )
}
