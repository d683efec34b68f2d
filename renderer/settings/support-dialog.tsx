/** What a support bundle would say, to be read before it is copied or saved. */
import { useEffect, useState } from 'react'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { CopyButton, FailureNote } from '../ui/failure-note.tsx'

export function SupportDialog() {
  const actions = useActions()
  const [text, setText] = useState<Reply<string>>()
  const [saved, setSaved] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [saving, setSaving] = useState(false)
  useEffect(() => void actions.supportText().then(setText), [actions])

  async function save(): Promise<void> {
    if (saving) return
    setSaving(true)
    setFailure(undefined)
    const reply = await actions.saveSupport()
    setSaving(false)
    if (!reply.ok) setFailure(reply.failure)
    else if (reply.value !== undefined) setSaved(reply.value)
  }

  return (
    <Dialog
      title={t('Support bundle')}
      lead={t('This is all of it: nothing is sent anywhere.')}
      onClose={() => void actions.closeDialog()}
    >
      <div className="dialog-body support" aria-busy={!text}>
        {text?.ok ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
          <section tabIndex={0} aria-label={t('What the bundle says')} className="support-text">
            <pre>{text.value}</pre>
          </section>
        ) : null}
        {text && !text.ok ? <FailureNote failure={text.failure} /> : null}
        {text ? null : <p className="quiet support-text">{t('Collecting…')}</p>}
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
        <p className="support-saved" aria-live="polite">
          {saved ? t('Saved as {saved}', { saved }) : ''}
        </p>
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={saving || !text?.ok}
          onClick={() => void (text?.ok ? save() : undefined)}
        >
          {t('Save…')}
        </button>
        {text?.ok ? <CopyButton text={text.value} label={t('Copy')} className="button-large" /> : null}
        <button type="button" className="button button-large" onClick={() => void actions.closeDialog()}>
          {t('Close')}
        </button>
      </footer>
    </Dialog>
  )
}
