/** Where the file is, what is in it, and what stayed behind and why. */
import { useEffect, useRef } from 'react'
import type { ExportChoiceView, ExportResultView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { rich } from '../ui/rich.ts'

export function ExportResult(props: { result: ExportResultView; choices: readonly ExportChoiceView[] }) {
  const { path, included, leftOut } = props.result
  const actions = useActions()
  const done = useRef<HTMLButtonElement>(null)
  useEffect(() => done.current?.focus(), [])
  // What could not be chosen is as much of an answer as what was chosen and could not go.
  const told = new Set(leftOut.map(({ profileId }) => profileId))
  const stayed = props.choices.flatMap((choice) =>
    choice.kind === 'free' || told.has(choice.profileId) || included.includes(choice.profileId)
      ? []
      : [choice],
  )
  return (
    <>
      <div className="dialog-body">
        <p className="dialog-state">
          <Glyph shape="disc" tone="good" />
          <span>
            {rich(
              '{included, plural, one {# login is} other {# logins are}} in {path}. Import it on the other machine, then delete it.',
              { included: included.length, path: <strong className="break">{path}</strong> },
            )}
          </span>
        </p>
        {leftOut.length + stayed.length > 0 ? (
          <div className="export-stayed">
            <h3 id="export-stayed">{t('Left out')}</h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
            <section tabIndex={0} aria-labelledby="export-stayed" className="card export-list">
              <ul>
                {[...leftOut, ...stayed].map(({ profileId, account, why }) => (
                  <li key={profileId} className="export-left">
                    <span className="import-account">{account}</span>
                    <span className="setting-note">{known(why)}</span>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        ) : null}
      </div>
      <footer className="dialog-foot">
        <button
          ref={done}
          type="button"
          className="button button-large button-primary"
          onClick={() => void actions.closeDialog()}
        >
          {t('Done')}
        </button>
        <CopyButton text={path} label={t('Copy path')} className="button-large" />
      </footer>
    </>
  )
}
