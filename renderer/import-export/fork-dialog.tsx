/** Asked once more before a rotating refresh token gets a second owner. */
import { useState } from 'react'
import type { ImportRowView } from '../../app/contract/views.ts'
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
      title={one ? 'This login would have two owners' : `${rows.length} logins would have two owners`}
      onClose={props.onBack}
    >
      <div className="dialog-body">
        <p>
          Both machines would hold the same refresh token, and it works once. Whoever renews first signs the
          other one out.
        </p>
        <ul className="card fork-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Glyph shape="triangle" tone="next" small />
              <div>
                <p>
                  <strong>{row.account}</strong> <span className="quiet">{row.providerName}</span>
                </p>
                <p className="setting-note">{row.consequence}</p>
              </div>
            </li>
          ))}
        </ul>
        <SureCheck sure={sure} onChange={setSure}>
          The other machine no longer uses {one ? 'this login' : 'these logins'}.
        </SureCheck>
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={!sure}
          onClick={() => (sure ? props.onGo() : undefined)}
        >
          Import {counted(count, 'login')}
        </button>
        <button type="button" className="button button-large" onClick={props.onBack}>
          Go back
        </button>
      </footer>
    </Dialog>
  )
}
