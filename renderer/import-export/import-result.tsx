/** What an import did: what was written where, what was not, and the way back. */
import { useEffect, useRef } from 'react'
import type { ImportResultView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { targetsText } from '../model/import-verdicts.ts'
import { RevealButton } from '../settings/settings-storage.tsx'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { Swap } from '../ui/swap.tsx'

export function ImportResult(props: { resultId: string }) {
  const actions = useActions()
  const heading = useRef<HTMLHeadingElement>(null)
  const result = useAppState((state) => state.imports?.find(({ id }) => id === props.resultId))
  useEffect(() => heading.current?.focus(), [])
  if (!result) return null
  return (
    <>
      <header className="screen-head">
        <h1 ref={heading} tabIndex={-1}>
          {headline(result)}
        </h1>
        <button type="button" className="button button-large" onClick={() => actions.show('logins')}>
          {t('To the logins')}
        </button>
      </header>
      <section className="card result" aria-label={t('What was done')}>
        {result.imported.length > 0 ? (
          <ul>
            {result.imported.map(({ rowId, account, targets }) => (
              <li key={rowId} className="result-row">
                <Glyph
                  shape={result.undone ? 'ring' : 'disc'}
                  tone={result.undone ? 'quiet' : 'good'}
                  small
                />
                <div>
                  <p className="setting-title break">{account}</p>
                  <p className="setting-note" title={targets.join('\n')}>
                    {result.undone ? t('Was written to') : t('Written to')} {targetsText(targets, 4)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        ) : null}
        <Troubles result={result} />
        <Way result={result} />
      </section>
      <div>
        <button type="button" className="button button-large" onClick={actions.leaveImport}>
          {t('Import another file')}
        </button>
      </div>
    </>
  )
}

export function Troubles(props: { result: ImportResultView }) {
  return props.result.troubles.map(({ rowId, failure }) => (
    <div key={rowId + failure.message} className="result-row">
      <Glyph shape="cross" tone="next" small />
      <FailureNote failure={failure} />
    </div>
  ))
}

/** The backup, and Undo. */
export function Way(props: { result: ImportResultView }) {
  const { result } = props
  const actions = useActions()
  const undoing = useAppState((state) => state.undoing.has(result.id))
  const failure = useAppState((state) => state.undoRefused[result.id])
  return (
    <div className="setting result-way">
      <div className="setting-words">
        <p className="setting-title">{t('The files as they were')}</p>
        <p className="setting-note mono clip-start" title={result.backup}>
          <bdi>{result.backup}</bdi>
        </p>
      </div>
      <RevealButton path={result.backup} name={t('Show the backup in the file manager')}>
        {result.undone || result.imported.length === 0 ? null : (
          <button
            type="button"
            className="button"
            aria-disabled={undoing}
            onClick={() => void actions.undoImport(result.id)}
          >
            <Swap words={t('Undo')} other={t('Undoing…')} isOther={undoing} />
          </button>
        )}
      </RevealButton>
      {failure ? (
        <div className="setting-refused">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
    </div>
  )
}

function headline(result: ImportResultView): string {
  if (result.undone) return t('The import was taken back')
  return result.imported.length === 0
    ? t('Nothing was imported')
    : t('{logins} imported', { logins: counted(result.imported.length, 'login') })
}
