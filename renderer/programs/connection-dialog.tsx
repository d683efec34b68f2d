/** A program that is connected: what was written for it, whether it works, and taking it out again. */
import { useState } from 'react'
import type { ProofView } from '../../app/contract/consumers.ts'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { exactTime } from '../format/dates.ts'
import { counted } from '../format/labels.ts'
import { programRows } from '../model/program-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Swap } from '../ui/swap.tsx'
import { Proof } from './proof.tsx'
import { WrittenLines } from './written-lines.tsx'

export function ConnectionDialog(props: { connectionId: string }) {
  const actions = useActions()
  const programs = useAppState((state) => state.programs)
  const [proof, setProof] = useState<ProofView>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState<'trying' | 'leaving'>()
  const connection = programs?.connections.find(({ id }) => id === props.connectionId)
  const row = programs && programRows(programs).connected.find(({ key }) => key === props.connectionId)
  if (!programs || !connection || !row) return null
  const { id, consumer, name, login, account, use, sinceMs, keeps, files } = connection

  async function tryAgain(): Promise<void> {
    if (busy) return
    setBusy('trying')
    const reply = await actions.proveProgram(id)
    setBusy(undefined)
    setProof(reply.ok ? reply.value : undefined)
    setFailure(reply.ok ? undefined : reply.failure)
  }

  async function disconnect(): Promise<void> {
    if (busy) return
    setBusy('leaving')
    const refused = await actions.disconnectProgram(id)
    setBusy(undefined)
    setFailure(refused)
    if (!refused) await actions.closeDialog()
  }

  return (
    <Dialog
      title={name}
      lead={t('{account}, for {use}', { account: account ?? login, use })}
      onClose={() => void actions.closeDialog()}
    >
      <div className="dialog-body">
        <p className="quiet">
          {t('Connected {when}. {part}', {
            when: exactTime(sinceMs),
            part: keeps === undefined ? given(row.times) : row.isWithheld ? WITHHELD : KEPT,
          })}
          {keeps === undefined ? null : <span className="mono break">{keeps}</span>}
        </p>
        <WrittenLines files={files} />
        <p>
          <button type="button" className="link-button" onClick={() => actions.openConnect(consumer)}>
            {t('Connect {name} for something else, too', { name })}
          </button>
        </p>
        {row.refusal ? <FailureNote failure={row.refusal} tone="alarm" /> : null}
        {proof ? <Proof proof={proof} /> : null}
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large"
          aria-disabled={busy !== undefined}
          onClick={() => void tryAgain()}
        >
          <Swap words={t('Try it')} other={t('Trying…')} isOther={busy === 'trying'} />
        </button>
        <button
          type="button"
          className="button button-large"
          onClick={() => void actions.withholdFrom(login, row.program, !row.isWithheld).then(setFailure)}
        >
          {row.isWithheld ? t('Allow again') : t('Block')}
        </button>
        <button
          type="button"
          className="button button-large dialog-other"
          aria-disabled={busy !== undefined}
          onClick={() => void disconnect()}
        >
          <Swap words={t('Disconnect')} other={t('Disconnecting…')} isOther={busy === 'leaving'} />
        </button>
      </footer>
    </Dialog>
  )
}

const KEPT = t('It reads its token from a file that is kept fresh while Lamplighter runs: ')
const WITHHELD = t('It reads its token from a file, and finds none there while that is withheld: ')

function given(times: number): string {
  return times === 0
    ? t('It has not asked yet.')
    : t('It was given {tokens}.', { tokens: counted(times, 'token') })
}
