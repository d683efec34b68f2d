/** One program and the login it uses: when it last asked, or why it gets nothing and what mends that. */
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import type { ProgramRow } from '../model/program-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { loginFor } from '../state/store.ts'
import { Tile } from '../ui/tile.tsx'
import { AskedByHour, LastAsked } from './asked.tsx'

export function ProgramRowItem(props: { row: ProgramRow }) {
  const { row } = props
  return (
    <li className="program">
      <Who row={row} about={row.about} />
      <Login row={row} />
      <AskedByHour byHour={row.byHour} />
      <Last row={row} />
      <Act row={row} />
    </li>
  )
}

/** One that gets no token: why, in place of how often it asked, and the button that mends it. */
export function FailingRowItem(props: { row: ProgramRow }) {
  const { row } = props
  const why = row.refusal ? known(row.refusal.message) : t('What was written for it was changed by hand.')
  return (
    <li className="program program-failing">
      <Who row={row} about={why} />
      <Login row={row} />
      <Last row={row} />
      <div className="program-acts">
        <SignIn row={row} />
        <Act row={row} />
      </div>
    </li>
  )
}

function Who(props: { row: ProgramRow; about: string }) {
  const { row, about } = props
  return (
    <>
      <Tile name={row.name} />
      <div className="program-who">
        <p className="program-name clip" title={row.name}>
          {row.name}
        </p>
        <p className="program-about clip" title={about}>
          {about}
        </p>
      </div>
    </>
  )
}

function Login(props: { row: ProgramRow }) {
  const { login, account } = props.row
  return (
    <p className="program-login clip" title={login}>
      {account}
    </p>
  )
}

function Last(props: { row: ProgramRow }) {
  const { row } = props
  return (
    <LastAsked
      asked={row}
      {...(row.isChanged ? { wrong: { words: t('changed by hand') } } : {})}
      {...(row.isKept ? { unasked: t('reads a kept file') } : {})}
    />
  )
}

/** Only where a sign-in is what it lacks. */
function SignIn(props: { row: ProgramRow }) {
  const { refusal, login, name } = props.row
  const actions = useActions()
  const can = useAppState(({ overview }) => overview?.profiles.find(({ id }) => id === login)?.can.login)
  const busy = useAppState((state) => loginFor(state, login) !== undefined)
  if (refusal?.code !== 'NEEDS_LOGIN' || !can) return null
  return (
    <button
      type="button"
      className="button button-primary"
      aria-label={t('Sign in for {name}', { name })}
      aria-disabled={busy}
      onClick={() => void (busy ? undefined : actions.signIn({ profileId: login }))}
    >
      {busy ? t('Signing in…') : t('Sign in')}
    </button>
  )
}

function Act(props: { row: ProgramRow }) {
  const { name, about, connectionId } = props.row
  const actions = useActions()
  if (connectionId === undefined) return <Block row={props.row} />
  return (
    <button
      type="button"
      className="button"
      aria-label={t('Details of {name}, {about}', { name, about })}
      onClick={() => actions.openConnection(connectionId)}
    >
      {t('Details…')}
    </button>
  )
}

/** It is given no token of this login from then on. */
function Block(props: { row: ProgramRow }) {
  const { login, name, isWithheld, account } = props.row
  const actions = useActions()
  return (
    <button
      type="button"
      className="button"
      aria-label={
        isWithheld
          ? t('Allow {name} to use {account} again', { name, account })
          : t('Block {name} from {account}', { account, name })
      }
      onClick={() => void actions.withholdFrom(login, name, !isWithheld)}
    >
      {isWithheld ? t('Allow again') : t('Block')}
    </button>
  )
}
