/** What the catalogue knows of a provider, what of it is only believed, and where it was read. */
import type { CatalogueDetailView } from '../../app/contract/catalogue.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Untried } from './add-list.tsx'

export function EntryFacts(props: { entry: CatalogueDetailView }) {
  const { facts, notes, sources, untried } = props.entry
  return (
    <details className="fold">
      <summary>{t('What is known about it')}</summary>
      {notes.length > 0 ? (
        <ul className="entry-notes">
          {notes.map((note) => (
            <li key={note}>
              <CoreWords words={note} />
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="entry-facts">
        {facts.map(({ label, value, believed }) => (
          <div key={label} className="entry-fact">
            <dt>{known(label)}</dt>
            <dd>
              <CoreWords words={value} /> {believed && !untried ? <Untried /> : null}
            </dd>
          </div>
        ))}
        {sources.map(({ page, read }) => (
          <div key={page} className="entry-fact">
            <dt>{read === undefined ? t('see') : t('read {read}', { read })}</dt>
            <dd>{page}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
