import { t } from '../../app/words/t.ts'
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
        {...(row.isChanged ? { wrong: { words: t('changed by hand') } } : {})}
        {...(row.isKept
          ? { unasked: row.connectionId === undefined ? t('kept fresh') : t('reads a kept file') }
          : {})}
      />
      {connectionId === undefined ? (
        <Withhold row={row} />
      ) : (
        <button
          type="button"
          className="button"
          aria-label={t('Details of {name}, {about}', { name: row.name, about: row.about })}
          onClick={() => actions.openConnection(connectionId)}
        >
          {t('Details…')}
        </button>
      )}
    </li>
  )
}

function Withhold(props: { row: ProgramRow }) {
  const { login, name, program, isWithheld, account } = props.row
  const actions = useActions()
  return (
    <button
      type="button"
      className="button"
      aria-label={
        isWithheld
          ? t('Give {name} tokens of {account} again', { name, account })
          : t('Withhold {account} from {name}', { account, name })
      }
      onClick={() => void actions.withholdFrom(login, program, !isWithheld)}
    >
      {isWithheld ? t('Give again') : t('Withhold')}
    </button>
  )
}
