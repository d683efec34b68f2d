/** How a guest asks at a door: lines for a terminal, each to be copied. */
import type { DoorView } from '../../app/contract/doors.ts'
import { t } from '../../app/words/t.ts'
import { CopyButton } from '../ui/failure-note.tsx'

export function DoorLines(props: { lines: DoorView['lines'] }) {
  return (
    <ul className="written">
      {props.lines.map(({ what, text }) => (
        <li key={what}>
          <div className="door-line">
            <p className="quiet">{what}</p>
            <CopyButton text={text} label={t('Copy')} />
          </div>
          <pre className="written-lines">{text}</pre>
        </li>
      ))}
    </ul>
  )
}
