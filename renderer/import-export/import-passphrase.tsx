/** The file is encrypted, or the key that opens it: its passphrase is asked for here, used once and not kept. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { fileName } from '../../app/contract/file-name.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import type { ImportStep } from '../state/import-step.ts'
import { Swap } from '../ui/swap.tsx'

export function ImportPassphrase(props: { step: Extract<ImportStep, { kind: 'passphrase' }> }) {
  const { path, identityPath, busy, failure } = props.step
  const actions = useActions()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [shown, setShown] = useState(false)
  const [empty, setEmpty] = useState(false)
  // What was wrong is typed over, not looked for.
  useEffect(() => {
    field.current?.focus()
    if (failure) field.current?.select()
  }, [failure])

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (busy) return
    setEmpty(text === '')
    if (text === '') field.current?.focus()
    else void actions.planImport(path, text, identityPath)
  }

  const error = empty ? t('Type the passphrase first.') : failure ? failureWords(failure) : ''
  return (
    <>
      <header className="screen-head">
        <h1>{t('Import')}</h1>
      </header>
      <form className="card passphrase" noValidate onSubmit={submit}>
        <div>
          <h2 className="break">
            {t('{file} is protected by a passphrase', { file: fileName(identityPath ?? path) })}
          </h2>
          <p className="quiet">
            {identityPath === undefined
              ? t('The one that was chosen when it was exported. It is used once and not kept.')
              : t('It is the key that opens {file}. Its passphrase is used once and not kept.', {
                  file: fileName(path),
                })}
          </p>
        </div>
        <div className="field">
          <label htmlFor={id}>{t('Passphrase')}</label>
          <div className="paste-line">
            <input
              ref={field}
              id={id}
              className="input"
              type={shown ? 'text' : 'password'}
              value={text}
              spellCheck={false}
              autoComplete="off"
              readOnly={busy}
              aria-invalid={error !== ''}
              aria-describedby={`${id}-note`}
              onChange={(event) => {
                setText(event.target.value)
                setEmpty(false)
              }}
            />
            <button
              type="button"
              className="button button-large"
              aria-pressed={shown}
              aria-label={t('Show the passphrase')}
              onClick={() => setShown(!shown)}
            >
              <Swap words={t('Show')} other={t('Hide')} isOther={shown} />
            </button>
          </div>
          <p
            id={`${id}-note`}
            className={`passphrase-note ${error && !busy ? 'field-error' : 'quiet'}`}
            aria-live="polite"
          >
            {busy
              ? t('Opening it takes a second or two, on purpose: that is what makes guessing slow.')
              : error}
          </p>
        </div>
        <div className="buttons">
          <button type="submit" className="button button-large button-primary" aria-disabled={busy}>
            <Swap words={t('Open')} other={t('Opening…')} isOther={busy} />
          </button>
          <button type="button" className="button button-large" onClick={actions.leaveImport}>
            {t('Cancel')}
          </button>
        </div>
      </form>
    </>
  )
}
