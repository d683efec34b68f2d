/** Another machine is invited: one word, also as a QR code, to be carried there by a way that nobody else reads. */
import { t } from '../../app/words/t.ts'
import { countdown } from '../format/time.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { QrCode } from '../ui/qr-code.tsx'

export function FleetInvite() {
  const actions = useActions()
  const { invitation, busy } = useAppState((state) => state.fleet)
  const left = useTicked(
    (nowMs) => (invitation ? countdown(Math.max(0, invitation.untilMs - nowMs)) : ''),
    invitation ? [invitation.untilMs] : [],
  )
  if (!invitation) {
    return (
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-disabled={busy !== undefined}
          onClick={() => void actions.inviteToFleet('keeper')}
        >
          {t('Invite a keeper')}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={busy !== undefined}
          onClick={() => void actions.inviteToFleet('reader')}
        >
          {t('Invite a reader')}
        </button>
      </div>
    )
  }
  return (
    <div className="card add-node">
      <p>
        {invitation.role === 'keeper'
          ? t('For one keeper, for another {left}.', { left })
          : t('For one reader, for another {left}.', { left })}{' '}
        {t(
          'Whoever has it can join: take it there by a way that nobody else reads. On the other machine: lamplighter fleet join',
        )}
      </p>
      <QrCode text={invitation.text} name={t('The invitation as a QR code')} dense />
      <div className="buttons">
        <button type="button" className="button" onClick={() => void actions.copy(invitation.text)}>
          {t('Copy the invitation')}
        </button>
        <button type="button" className="button" onClick={() => actions.putInvitationAway()}>
          {t('Done')}
        </button>
      </div>
    </div>
  )
}
