/** Joining a fleet: the invitation is pasted, and a machine of the fleet is waited for. */
import { useState } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { TextField } from '../ui/text-field.tsx'
import { FleetFormFoot } from './fleet-form-foot.tsx'

export function FleetJoin(props: { onBack: () => void }) {
  const actions = useActions()
  const isJoining = useAppState((state) => state.fleet.busy === 'join')
  const [invitation, setInvitation] = useState('')
  const [machine, setMachine] = useState('')
  return (
    <form
      className="card fleet-form"
      aria-label={t('Join a fleet')}
      onSubmit={(event) => {
        event.preventDefault()
        if (invitation.trim() !== '') void actions.joinFleet(invitation.trim(), machine.trim() || undefined)
      }}
    >
      <TextField
        name="invitation"
        label={t('Invitation')}
        value={invitation}
        placeholder="lamplighter-fleet:…"
        hint={t('From the machine where the fleet was founded. Lamplighter has to run there meanwhile.')}
        onChange={setInvitation}
      />
      <TextField
        name="machine"
        label={t('What is this machine called there?')}
        value={machine}
        hint={t('Empty: as it calls itself.')}
        onChange={setMachine}
      />
      {isJoining ? (
        <p className="quiet" role="status">
          {t('Asked to join. Waiting for the machine that invited.')}
        </p>
      ) : null}
      <FleetFormFoot
        isBusy={isJoining}
        canSubmit={invitation.trim() !== ''}
        label={t('Join')}
        busyLabel={t('Waiting for an answer…')}
        onBack={props.onBack}
      />
    </form>
  )
}
