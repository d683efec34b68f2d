/** Who needs somebody with the button that mends it, what renews next, and the way to all the others. */
import type { OverviewView } from '../../app/contract/views.ts'
import { numberText, t } from '../../app/words/t.ts'
import { ChevronIcon } from '../ui/icons.tsx'
import { Tile } from '../ui/tile.tsx'
import { NextRow } from './next-row.tsx'
import { popoverRows } from './popover-rows.ts'
import { usePopover } from './popover-state.ts'
import { PressingItem } from './pressing-item.tsx'
import { ProblemItem } from './problem-item.tsx'

const MOST_TILES = 4

export function PopoverList(props: { overview: OverviewView }) {
  const { overview } = props
  const { actions } = usePopover()
  const { pressing, next, more } = popoverRows(overview)
  const paused = overview.scheduler.paused !== undefined
  return (
    <div className="popover-list">
      {pressing.length > 0 ? (
        <ul aria-label={t('Needs you or worth a look')}>
          {pressing.map((row) =>
            'problem' in row ? (
              <ProblemItem key={row.problem.id} row={row} />
            ) : (
              <PressingItem key={row.profile.id} row={row} />
            ),
          )}
        </ul>
      ) : null}
      {next.length > 0 ? (
        <section aria-labelledby="popover-next">
          <div className="popover-heading">
            <h2 id="popover-next">{t('Next renewals')}</h2>
            <span>{paused ? t('waits for the end of the pause') : t('by themselves')}</span>
          </div>
          <ul>
            {next.map((profile) => (
              <NextRow key={profile.id} profile={profile} paused={paused} />
            ))}
          </ul>
        </section>
      ) : null}
      {more.length > 0 ? (
        <Way
          words={t('{more} more', { more: numberText(more.length) })}
          names={[...new Set(more.map(({ providerName }) => providerName))].slice(0, MOST_TILES)}
          onOpen={() => actions.open({ screen: 'logins' })}
        />
      ) : null}
    </div>
  )
}

function Way(props: { words: string; names?: readonly string[]; onOpen: () => void }) {
  return (
    <button type="button" className="popover-way" onClick={props.onOpen}>
      {props.names ? (
        <span className="popover-tiles">
          {props.names.map((name) => (
            <Tile key={name} name={name} small />
          ))}
        </span>
      ) : null}
      <span className="clip">{props.words}</span>
      <ChevronIcon />
    </button>
  )
}
