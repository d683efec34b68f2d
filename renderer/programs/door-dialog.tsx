/** A door that stands open: for which logins, what was asked there, how a guest asks; and closing it. */
import { useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import type { DoorRow } from '../model/door-rows.ts'
import { doorPlace, doorRows } from '../model/door-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { LastAsked } from './asked.tsx'
import { DoorLines } from './door-lines.tsx'
import { useDoorTime } from './doors.tsx'

export function DoorDialog(props: { name: string }) {
  const doors = useAppState((state) => state.doors)
  const askers = useAppState((state) => state.programs?.askers)
  const row = doorRows(doors ?? [], askers ?? []).find(({ door }) => door.name === props.name)
  return row ? <Detail row={row} /> : null
}

function Detail(props: { row: DoorRow }) {
  const { door, asked } = props.row
  const actions = useActions()
  const left = useDoorTime(door)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  async function close(): Promise<void> {
    if (busy) return
    setBusy(true)
    const refused = await actions.removeDoor(door.name)
    setBusy(false)
    setFailure(refused)
    if (!refused) await actions.closeDialog()
  }

  return (
    <Dialog
      title={door.name}
      lead={t('{left}, at {doorPlace}', { left, doorPlace: doorPlace(door) })}
      onClose={() => void actions.closeDialog()}
    >
      <div className="dialog-body">
        <p>
          {t('It gets access tokens of {logins}.', {
            logins: door.logins.map(({ id, account }) => account ?? id).join(', '),
          })}
        </p>
        <div className="door-line">
          <p className="quiet">
            {asked.times === 0
              ? t('It has not asked yet.')
              : t('It was given {tokens}.', { tokens: counted(asked.times, 'token') })}
          </p>
          {asked.times === 0 && !asked.refusal ? null : <LastAsked asked={asked} />}
        </div>
        {door.trouble ? <FailureNote failure={door.trouble} tone="alarm" /> : null}
        {asked.refusal ? <FailureNote failure={asked.refusal} tone="alarm" /> : null}
        <DoorLines lines={door.lines} />
        {'port' in door.at ? (
          <p className="quiet">
            {t(
              'KEY is the key that was shown when it was let in. If it is lost, shut it out and let it in again.',
            )}
          </p>
        ) : null}
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large dialog-other"
          aria-disabled={busy}
          onClick={() => void close()}
        >
          {t('Shut it out')}
        </button>
        <button type="button" className="button button-large" onClick={() => void actions.closeDialog()}>
          {t('Done')}
        </button>
      </footer>
    </Dialog>
  )
}
