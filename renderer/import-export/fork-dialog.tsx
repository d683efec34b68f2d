/** Asked once more before a rotating refresh token gets a second owner. */
import { useState } from 'react'
import type { ImportRowView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { SureCheck } from '../ui/sure-check.tsx'

export function ForkDialog(props: {
  rows: readonly ImportRowView[]
  /** Chosen altogether. */
  count: number
  onBack: () => void
  onGo: () => void
}) {
  const { rows, count } = props
  const [sure, setSure] = useState(false)
  const one = rows.length === 1
  return (
    <Dialog
      title={
        one
          ? t('This login would have two owners')
          : t('{rows} logins would have two owners', { rows: rows.length })
      }
      onClose={props.onBack}
    >
      <div className="dialog-body">
        <p>
          {t(
            'Both machines would hold the same refresh token, and it works once. Whoever renews first signs the other one out.',
          )}
        </p>
        <ul className="card fork-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Glyph shape="triangle" tone="next" small />
              <div>
                <p>
                  <strong>{row.account}</strong> <span className="quiet">{row.providerName}</span>
                </p>
                <p className="setting-note">{known(row.consequence)}</p>
              </div>
            </li>
          ))}
        </ul>
        <SureCheck sure={sure} onChange={setSure}>
          {one
            ? t('The other machine no longer uses this login.')
            : t('The other machine no longer uses these logins.')}
        </SureCheck>
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={!sure}
          onClick={() => (sure ? props.onGo() : undefined)}
        >
          {t('Import {logins}', { logins: counted(count, 'login') })}
        </button>
        <button type="button" className="button button-large" onClick={props.onBack}>
          {t('Go back')}
        </button>
      </footer>
    </Dialog>
  )
}
