/** Logins for another machine: which, closed how, and afterwards what went and what stayed. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { ExportChoiceView, ExportResultView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import {
  EMPTY_DRAFT,
  type ExportDraft,
  type ExportErrors,
  errorsIn,
  forksChosen,
  freeOnes,
  orderedChoices,
  requestOf,
} from './export-draft.ts'
import { ExportList } from './export-list.tsx'
import { ExportProtection } from './export-protection.tsx'
import { ExportResult } from './export-result.tsx'

export function ExportDialog() {
  const actions = useActions()
  const [choices, setChoices] = useState<readonly ExportChoiceView[]>()
  const [failure, setFailure] = useState<Failure>()
  const [result, setResult] = useState<ExportResultView>()
  useEffect(() => {
    void actions.exportChoices().then((reply) => {
      if (reply.ok) setChoices(orderedChoices(reply.value))
      else setFailure(reply.failure)
    })
  }, [actions])

  const lead = t('Into one encrypted file. Nothing is sent anywhere.')
  return (
    <Dialog
      title={result ? t('Exported') : t('Export logins')}
      lead={lead}
      onClose={() => void actions.closeDialog()}
    >
      {result && choices ? (
        <ExportResult result={result} choices={choices} />
      ) : choices && choices.length > 0 ? (
        <ExportForm choices={choices} onDone={setResult} />
      ) : (
        <div className="dialog-body" aria-busy={!choices && !failure}>
          {failure ? (
            <FailureNote failure={failure} tone="alarm" />
          ) : (
            <p className="quiet">{choices ? t('There is no login on this machine yet.') : t('Looking…')}</p>
          )}
        </div>
      )}
    </Dialog>
  )
}

function ExportForm(props: {
  choices: readonly ExportChoiceView[]
  onDone: (result: ExportResultView) => void
}) {
  const { choices } = props
  const actions = useActions()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<ExportDraft>({ ...EMPTY_DRAFT, chosen: freeOnes(choices) })
  const [errors, setErrors] = useState<ExportErrors>({})
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  function change(part: Partial<ExportDraft>): void {
    setDraft({ ...draft, ...part })
    setErrors({})
    setFailure(undefined)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = errorsIn(choices, draft)
    setErrors(found)
    const [first] = Object.keys(found)
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]:not(:disabled)`)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    const reply = await actions.saveExport(requestOf(choices, draft))
    setBusy(false)
    if (!reply.ok) setFailure(reply.failure)
    else if (reply.value) props.onDone(reply.value)
  }

  return (
    <form ref={form} className="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="dialog-body">
        <ExportList choices={choices} draft={draft} locked={busy} onChange={change} />
        {errors.chosen ? (
          <p className="field-error" role="alert">
            {errors.chosen}
          </p>
        ) : null}
        {forksChosen(choices, draft) ? (
          <div>
            <label className="fork-sure">
              <input
                type="checkbox"
                name="sure"
                className="check"
                checked={draft.sure}
                aria-invalid={errors.sure !== undefined}
                onChange={(event) => change({ sure: event.target.checked })}
              />
              <span>{t('This machine will no longer use the logins that would have two owners.')}</span>
            </label>
            {errors.sure ? (
              <p className="field-error" role="alert">
                {errors.sure}
              </p>
            ) : null}
          </div>
        ) : null}
        <ExportProtection draft={draft} errors={errors} locked={busy} onChange={change} />
        {failure ? (
          <div role="alert">
            <FailureNote failure={failure} tone="alarm" />
          </div>
        ) : null}
      </div>
      <FormFoot
        label={
          busy ? t('Encrypting…') : t('Export {logins}…', { logins: counted(draft.chosen.size, 'login') })
        }
        isOff={busy}
        onCancel={() => void actions.closeDialog()}
      />
    </form>
  )
}
