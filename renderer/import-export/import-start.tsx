/** The first step: which file. */
import { useEffect, useRef } from 'react'
import { fileName } from '../../app/contract/file-name.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import type { ImportStep } from '../state/import-step.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { DownIcon } from '../ui/icons.tsx'
import { rich } from '../ui/rich.ts'

export function ImportStart(props: { step: Extract<ImportStep, { kind: 'idle' | 'choosing' | 'reading' }> }) {
  const { step } = props
  const actions = useActions()
  const heading = useRef<HTMLHeadingElement>(null)
  const busy = step.kind !== 'idle'
  useEffect(() => {
    // The button that led here went away with its screen.
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <>
      <header className="screen-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('Import')}
        </h1>
      </header>
      <p className="import-lead">
        {t(
          'Brings logins over from another machine. The file is compared with what is here first; nothing is written until you have seen what would change.',
        )}
      </p>
      <section className="card drop" aria-label={t('Choose a file')} aria-busy={busy}>
        {step.kind === 'reading' ? (
          <p className="drop-reading">
            <Glyph shape="ring-open" tone="busy" turning />
            <span>
              {rich('Reading {file}…', {
                file: <strong className="break">{fileName(step.path)}</strong>,
              })}
            </span>
          </p>
        ) : (
          <>
            <DownIcon />
            <p className="drop-title">{t('Drop a file or a folder here')}</p>
            <p className="drop-kinds">
              {rich('OpenClaw’s {file} or its whole folder, or what another Lamplighter exported', {
                file: <span className="mono">auth-profiles.json</span>,
              })}
            </p>
            <button
              type="button"
              className="button button-large button-primary"
              aria-disabled={busy}
              onClick={() => void (busy ? undefined : actions.chooseImport())}
            >
              {t('Choose a file…')}
            </button>
          </>
        )}
      </section>
      {step.kind === 'idle' && step.failure ? (
        <div className="import-failure" role="alert">
          <FailureNote failure={step.failure} tone="alarm" />
        </div>
      ) : null}
    </>
  )
}
