/** What would change, login by login. Nothing is written before the button below is pressed. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { fileName } from '../../app/contract/file-name.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { orderedRows, verdictCounts } from '../model/import-verdicts.ts'
import { useActions } from '../state/app-context.ts'
import type { ImportStep } from '../state/import-step.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { ForkDialog } from './fork-dialog.tsx'
import { ImportRow } from './import-row.tsx'

export function ImportPlan(props: { step: Extract<ImportStep, { kind: 'plan' }> }) {
  const { plan, chosen, applying, failure } = props.step
  const actions = useActions()
  const heading = useRef<HTMLHeadingElement>(null)
  const [asking, setAsking] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const rows = useMemo(() => orderedRows(plan), [plan])
  const forks = rows.filter((row) => row.verdict === 'fork' && chosen.has(row.id))
  const none = chosen.size === 0
  const nothing = !rows.some((row) => row.selectable)

  function apply(): void {
    if (applying || none) return
    if (forks.length > 0) setAsking(true)
    else void actions.applyImport()
  }

  return (
    <>
      <header className="screen-head import-head">
        <div className="summary">
          <h1 ref={heading} tabIndex={-1}>
            {rows.length === 0
              ? t('No logins in this file')
              : t('{logins} in this file', { logins: counted(rows.length, 'login') })}
          </h1>
          <ul>
            {verdictCounts(plan).map(({ word, count }) => (
              <li key={word}>
                <strong>{count}</strong> {word}
              </li>
            ))}
          </ul>
        </div>
      </header>
      <p className="import-file">
        <span className="mono clip-start" title={plan.path}>
          <bdi>{plan.path}</bdi>
        </span>
        <span className="quiet">
          {plan.kind === 'openclaw' ? t('written by OpenClaw') : t('exported by Lamplighter')}
        </span>
      </p>
      {rows.length > 0 ? (
        <ul className="card import-rows" aria-label={t('Logins in {file}', { file: fileName(plan.path) })}>
          {rows.map((row) => (
            <ImportRow key={row.id} row={row} chosen={chosen.has(row.id)} locked={applying} />
          ))}
        </ul>
      ) : (
        <p className="card nothing">
          {t('It was read without trouble, and holds no login that Lamplighter knows how to keep.')}
        </p>
      )}
      {failure ? (
        <div className="import-failure" role="alert">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
      <footer className="import-foot">
        <p className="import-promise">
          {nothing
            ? t('Nothing to bring over: what is here stays as it is.')
            : t('Every file is kept as it was before it is written, so that the import can be undone.')}
        </p>
        <div className="buttons">
          <button type="button" className="button button-large" onClick={actions.leaveImport}>
            {nothing ? t('Close') : t('Cancel')}
          </button>
          {nothing ? null : (
            <button
              type="button"
              className="button button-large button-primary"
              aria-disabled={none || applying}
              onClick={apply}
            >
              {applying
                ? t('Importing…')
                : none
                  ? t('Choose a login')
                  : t('Import {logins}', { logins: counted(chosen.size, 'login') })}
            </button>
          )}
        </div>
      </footer>
      {asking ? (
        <ForkDialog
          rows={forks}
          count={chosen.size}
          onBack={() => setAsking(false)}
          onGo={() => {
            setAsking(false)
            void actions.applyImport()
          }}
        />
      ) : null}
    </>
  )
}
