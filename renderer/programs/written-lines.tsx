/** The lines that a file gets, as they stand there. */
import type { WrittenLinesView } from '../../app/contract/consumers.ts'
import { t } from '../../app/words/t.ts'

const STATES = {
  there: undefined,
  changed: t('changed by hand since'),
  gone: t('these lines were taken out since'),
} as const

export function WrittenLines(props: {
  files: readonly (WrittenLinesView & { state?: keyof typeof STATES })[]
}) {
  return (
    <ul className="written">
      {props.files.map(({ path, isNew, where, lines, state }) => {
        const note = (state && STATES[state]) ?? (state ? undefined : isNew ? t('a new file') : undefined)
        return (
          <li key={`${path} ${lines.join('\n')}`}>
            <p className="written-path">
              <span className="mono break">{path}</span>
              {where || note ? (
                <span className="quiet"> {[where, note].filter(Boolean).join(', ')}</span>
              ) : null}
            </p>
            <pre className="written-lines">
              {lines.map((line) => `+ ${line.replaceAll('\t', '    ')}`).join('\n')}
            </pre>
          </li>
        )
      })}
    </ul>
  )
}
