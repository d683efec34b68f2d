/** Imports of before, each with its way back. */
import { t } from '../../app/words/t.ts'
import { clockTime, exactTime } from '../format/dates.ts'
import { counted } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { ChevronIcon } from '../ui/icons.tsx'
import { Troubles, Way } from './import-result.tsx'

export function EarlierImports(props: { except?: string }) {
  const actions = useActions()
  const imports = useAppState((state) => state.imports)
  const failure = useAppState((state) => state.importsFailure)
  const earlier = imports?.filter(({ id }) => id !== props.except) ?? []
  if (failure) {
    return (
      <div className="import-failure">
        <FailureNote failure={failure} />
        <button type="button" className="button" onClick={() => void actions.loadImports()}>
          {t('Look again')}
        </button>
      </div>
    )
  }
  if (!imports || (earlier.length === 0 && props.except)) return null
  return (
    <section className="settings-part">
      <h2>{t('Earlier imports')}</h2>
      {earlier.length === 0 ? (
        <p className="settings-note">{t('None yet. Each one is listed here and can be undone.')}</p>
      ) : (
        <ul className="card settings-card">
          {earlier.map((result) => (
            <li key={result.id} className="earlier">
              <details>
                <summary>
                  <Glyph
                    shape={result.undone ? 'ring' : 'disc'}
                    tone={result.undone ? 'quiet' : 'good'}
                    small
                  />
                  <time className="tabular" dateTime={new Date(result.atMs).toISOString()}>
                    {exactTime(result.atMs).split(',')[0]}{' '}
                    <span className="quiet">{clockTime(result.atMs)}</span>
                  </time>
                  <span className="clip">{accounts(result.imported)}</span>
                  <span className="quiet">
                    {result.undone ? t('taken back') : counted(result.imported.length, 'login')}
                  </span>
                  <span className="event-chevron">
                    <ChevronIcon />
                  </span>
                </summary>
                <Troubles result={result} />
                <Way result={result} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function accounts(imported: readonly { readonly account: string }[]): string {
  return imported.length === 0 ? t('Nothing was written') : imported.map(({ account }) => account).join(', ')
}
