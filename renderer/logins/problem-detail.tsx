/** A problem beside the list: what follows from it and what mends it, which logins are concerned, then the facts. */
import type { ProblemView } from '../../app/contract/problems.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { exactTime } from '../format/dates.ts'
import { calledOf } from '../format/labels.ts'
import { consequence, mendOf, problemMark, problemTitle } from '../model/problems.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { CopyButton, TechnicalDetail } from '../ui/failure-note.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { FileTile, Tile } from '../ui/tile.tsx'
import { DetailBox, type DetailPlace } from './detail-box.tsx'
import { ProblemAction } from './problem-action.tsx'
import { problemItems } from './problem-items.ts'

export function ProblemDetail(props: DetailPlace & { problem: ProblemView }) {
  const { problem, heading, sheet } = props
  const actions = useActions()
  const { path, label, failure, sinceMs } = problem
  const title = problemTitle(problem)
  const mend = mendOf(problem)
  return (
    <DetailBox
      {...{ heading, sheet, title }}
      id={problem.id}
      name={t('Details: {what}', { what: title })}
      tile={<FileTile path={path} />}
      sub={label}
      foot={
        <>
          {mend === 'details' ? null : (
            <ProblemAction
              problem={problem}
              className={`button-large ${sheet && problem.attention === 'needs-you' ? 'button-primary' : ''}`}
            />
          )}
          <MenuButton
            className="button button-large detail-more"
            name={t('More for {account}', { account: title })}
            align="end"
            items={problemItems(problem, actions).filter(({ id }) => id !== mend && id !== 'details')}
          >
            {t('More')}
          </MenuButton>
        </>
      }
    >
      <div className={`callout callout-${problemMark(problem).tone}`}>
        <p>
          <strong>{consequence(problem)}</strong> {path === undefined ? null : known(failure.message)}
        </p>
        {failure.hint ? (
          // The command stands below it, to be copied.
          <p>
            {known(failure.hint)
              .replace(failure.command ?? '', '')
              .trim()}
          </p>
        ) : null}
        {failure.command === undefined ? null : (
          <div className="command-line">
            <code className="break">{failure.command}</code>
            <CopyButton text={failure.command} label={t('Copy')} />
          </div>
        )}
        <TechnicalDetail failure={failure} />
      </div>
      <Stricken problem={problem} />
      {path === undefined ? null : (
        <dl className="facts">
          <dt>{t('File')}</dt>
          <dd className="mono break">{path}</dd>
          {sinceMs === undefined ? null : (
            <>
              <dt>{t('Since')}</dt>
              <dd>{exactTime(sinceMs)}</dd>
            </>
          )}
        </dl>
      )}
    </DetailBox>
  )
}

/** The logins that cannot be read, each a way to its own details. */
function Stricken(props: { problem: ProblemView }) {
  const actions = useActions()
  const profiles = useAppState((state) => state.overview?.profiles ?? NONE)
  const ids = new Set(props.problem.profileIds)
  const stricken = profiles.filter(({ id }) => ids.has(id))
  if (stricken.length === 0) return null
  return (
    <section className="detail-part">
      <h3>{t('Logins concerned')}</h3>
      <ul className="holders">
        {stricken.map((profile) => (
          <li key={profile.id}>
            <button type="button" className="holder" onClick={() => actions.openDetail(profile.id)}>
              <Tile name={profile.providerName} small />
              <span className="holder-label clip">{calledOf(profile)}</span>
              <span className="holder-state">{profile.providerName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const NONE: readonly ProfileView[] = []
