/** The command for one kind of event: what is started, and its arguments. The system asks before it is written. */
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { TextField } from '../ui/text-field.tsx'
import { argumentsIn, HOOKS, hookTitle } from './hook-text.ts'

export function HookDialog(props: { event: string }) {
  const { event } = props
  const actions = useActions()
  const written = useAppState((state) => state.settings?.hooks?.find((hook) => hook.event === event))
  const [program, setProgram] = useState(written?.program ?? '')
  const [words, setWords] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const close = () => void actions.closeDialog()

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault()
    setEmpty(program.trim() === '')
    if (program.trim() === '' || busy) return
    setBusy(true)
    setFailure(await actions.setHook(event, [program.trim(), ...argumentsIn(words)]))
    setBusy(false)
  }

  return (
    <Dialog title={hookTitle(event)} lead={HOOKS[event]?.about ?? event} onClose={close}>
      <form className="dialog-form" onSubmit={(submitted) => void submit(submitted)}>
        <div className="dialog-body">
          <TextField
            name="program"
            label={t('Program')}
            first
            placeholder="/usr/local/bin/tell-me"
            value={program}
            hint={t('No shell reads it. It gets one line of JSON about the login, and no token.')}
            error={isEmpty ? t('Which program shall run?') : undefined}
            onChange={(value) => {
              setProgram(value)
              setEmpty(false)
            }}
          />
          <TextField
            name="arguments"
            label={t('Arguments, one on each line')}
            kind="lines"
            value={words}
            {...(written
              ? {
                  hint: t('Those written now are in config.json and not shown here. These take their place.'),
                }
              : {})}
            onChange={setWords}
          />
          {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
        </div>
        <FormFoot label={busy ? t('Asking you…') : t('Let it run…')} isOff={busy} onCancel={close} />
      </form>
    </Dialog>
  )
}
