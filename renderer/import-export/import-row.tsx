import { memo, useId } from 'react'
import type { ImportRowView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { ago, countdown } from '../format/time.ts'
import { targetsText, verdictMark } from '../model/import-verdicts.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'

/** One login of the file: whether it is brought over, what it is, and what that would do. */
export const ImportRow = memo(function ImportRow(props: {
  row: ImportRowView
  chosen: boolean
  locked: boolean
}) {
  const { row, chosen } = props
  const actions = useActions()
  const id = useId()
  const mark = verdictMark(row.verdict)
  return (
    <li
      className={`import-row ${row.selectable ? '' : 'import-off'} ${row.verdict === 'fork' ? 'import-fork' : ''}`}
    >
      <input
        id={id}
        type="checkbox"
        className="check"
        checked={chosen}
        disabled={!row.selectable || props.locked}
        aria-describedby={`${id}-verdict ${id}-what`}
        onChange={(event) => actions.chooseRow(row.id, event.target.checked)}
      />
      <label htmlFor={id} className="import-who">
        <span className="import-account">{row.account}</span>
        <span className="import-provider">{row.providerName}</span>
      </label>
      <p className="import-verdict" id={`${id}-verdict`}>
        <Glyph shape={mark.shape} tone={mark.tone} small />
        <span>{mark.word}</span>
      </p>
      <div className="import-what" id={`${id}-what`}>
        <p>{known(row.consequence)}</p>
        {row.targets.length > 0 ? (
          <p className="import-targets" title={row.targets.join('\n')}>
            {t('Written to {targets}', { targets: targetsText(row.targets) })}
          </p>
        ) : null}
      </div>
      {row.expiresAtMs === undefined ? null : <Left atMs={row.expiresAtMs} />}
    </li>
  )
})

function Left(props: { atMs: number }) {
  const { atMs } = props
  const words = useTicked(
    (nowMs) =>
      atMs > nowMs
        ? t('{left} left', { left: countdown(atMs - nowMs) })
        : t('expired {ago}', { ago: ago(nowMs - atMs) }),
    [atMs],
  )
  return <p className="import-left tabular">{words}</p>
}
