/** The file is encrypted to a key: its private half is chosen here, and read where it lies. */
import { useEffect, useRef } from 'react'
import { fileName } from '../../app/contract/file-name.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import type { ImportStep } from '../state/import-step.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { rich } from '../ui/rich.ts'

export function ImportIdentity(props: { step: Extract<ImportStep, { kind: 'identity' }> }) {
  const { path, identityPath, busy, failure } = props.step
  const actions = useActions()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <>
      <header className="screen-head">
        <h1>{t('Import')}</h1>
      </header>
      <section className="card passphrase" aria-labelledby="import-identity" aria-busy={busy}>
        <div>
          <h2 className="break" id="import-identity">
            {t('{file} is encrypted to a key', { file: fileName(path) })}
          </h2>
          <p className="quiet">
            {rich(
              'Choose the key that opens it: an age identity file, or an SSH private key such as {file}. It is read once, where it lies, and not kept.',
              { file: <span className="mono">id_ed25519</span> },
            )}
          </p>
        </div>
        {identityPath === undefined || busy ? (
          <p className="passphrase-note quiet">
            {identityPath === undefined ? failure.message : t('Opening it…')}
          </p>
        ) : (
          <div role="alert">
            <FailureNote failure={failure} tone="alarm" />
          </div>
        )}
        <div className="buttons">
          <button
            ref={button}
            type="button"
            className="button button-large button-primary"
            aria-disabled={busy}
            onClick={() => void actions.chooseIdentity()}
          >
            {identityPath === undefined ? t('Choose the key…') : t('Choose another key…')}
          </button>
          <button type="button" className="button button-large" onClick={actions.leaveImport}>
            {t('Cancel')}
          </button>
        </div>
      </section>
    </>
  )
}
