/** A program that asks here: for which login, how often in the last day, when last, and with what result. */
import type { ProgramRow } from '../model/program-rows.ts'
import { useActions } from '../state/app-context.ts'
import { Tile } from '../ui/tile.tsx'
import { AskedByHour, LastAsked } from './asked.tsx'

export function ProgramRowItem(props: { row: ProgramRow }) {
  const { row } = props
  const actions = useActions()
  const { connectionId } = row
  return (
    <li className="program">
      <Tile name={row.name} />
      <div className="program-who">
        <p className="program-name clip">{row.name}</p>
        <p className="program-about clip" title={row.about}>
          {row.about}
        </p>
      </div>
      <p className="program-login clip" title={row.login}>
        {row.account}
      </p>
      <AskedByHour byHour={row.byHour} />
      <LastAsked
        asked={row}
        {...(row.isChanged ? { wrong: { words: 'changed by hand' } } : {})}
        {...(row.isKept ? { unasked: 'reads a kept file' } : {})}
      />
      {connectionId === undefined ? (
        <Withhold row={row} />
      ) : (
        <button
          type="button"
          className="button"
          aria-label={`Details of ${row.name}, ${row.about}`}
          onClick={() => actions.openConnection(connectionId)}
        >
          Details…
        </button>
      )}
    </li>
  )
}

function Withhold(props: { row: ProgramRow }) {
  const { login, name, isWithheld, account } = props.row
  const actions = useActions()
  return (
    <button
      type="button"
      className="button"
      aria-label={isWithheld ? `Give ${name} tokens of ${account} again` : `Withhold ${account} from ${name}`}
      onClick={() => void actions.withholdFrom(login, name, !isWithheld)}
    >
      {isWithheld ? 'Give again' : 'Withhold'}
    </button>
  )
}
