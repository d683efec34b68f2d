/** What became of each login: done, not done and why, or waiting for the person to sign in. */
import { useEffect, useRef } from 'react'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import {
  type BringRow,
  canTakeBack,
  loginOfRow,
  orderedResult,
  resultHeadline,
  rowState,
  takeBackPromise,
  wayName,
} from '../model/transfer-model.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { requestOf } from '../state/login-actions.ts'
import type { TransferStep } from '../state/transfer-step.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { Swap } from '../ui/swap.tsx'
import { Who } from './transfer-frame.tsx'

type Result = Extract<TransferStep, { kind: 'result' }>

export function TransferResult(props: { step: Result }) {
  const { transfer, result } = props.step
  const heading = useRef<HTMLHeadingElement>(null)
  const logins = useAppState((state) => state.logins)
  useEffect(() => heading.current?.focus(), [])
  const undone = useAppState((state) =>
    state.imports?.some(({ id, undone: taken }) => id === result.undoId && taken),
  )
  // Its button goes away with it.
  useEffect(() => {
    if (undone) heading.current?.focus()
  }, [undone])
  const states = result.rows.map((row) => rowState(row, loginOfRow(row, result.rows, logins)))
  const { title, rest } = resultHeadline(transfer.direction, states)
  return (
    <>
      <header className="screen-head">
        <div className="summary">
          <h1 ref={heading} tabIndex={-1}>
            {undone ? t('Taken back') : title}
          </h1>
          <ul>{undone ? null : rest.map((words) => <li key={words}>{words}</li>)}</ul>
        </div>
      </header>
      <ul className="card import-rows" aria-label={t('What was done')}>
        {orderedResult(result.rows).map((row) => (
          <Row
            key={row.profileId}
            row={row}
            step={props.step}
            undone={(undone ?? false) && canTakeBack(row)}
          />
        ))}
      </ul>
      <Foot undoId={undone ? undefined : result.undoId} rows={result.rows} />
    </>
  )
}

const MARKS = {
  done: { shape: 'disc', tone: 'good' },
  failed: { shape: 'cross', tone: 'next' },
  waiting: { shape: 'ring', tone: 'next' },
} as const

function Row(props: { row: BringRow; step: Result; undone: boolean }) {
  const { row, undone } = props
  const { transfer, result } = props.step
  const login = useAppState((state) => loginOfRow(row, result.rows, state.logins))
  const providerName = transfer.logins.find(({ id }) => id === row.profileId)?.providerName
  const state = rowState(row, login)
  const mark = undone && state === 'done' ? ({ shape: 'ring', tone: 'quiet' } as const) : MARKS[state]
  const failure = row.failure ?? (login?.step.kind === 'failed' ? login.step.failure : undefined)
  return (
    // Takes the focus back from a sign-in that is done: its button is gone by then.
    <li className="transfer-row" data-row={row.profileId} tabIndex={-1}>
      <div className="transfer-who">
        <Who account={row.account} providerName={providerName ?? ''} />
      </div>
      <p className="transfer-way">
        <Glyph shape={mark.shape} tone={mark.tone} small />
        <span>{wayName(row.way, transfer.direction)}</span>
      </p>
      <div className="transfer-end">
        {failure ? (
          <FailureNote failure={failure} />
        ) : (
          <p>{undone && state === 'done' ? t('Taken back.') : wordsOf(row, login?.step.kind === 'done')}</p>
        )}
        {row.loginId !== undefined && state !== 'done' && !row.failure ? (
          <SignIn row={row} loginId={login?.id ?? row.loginId} again={state === 'failed'} />
        ) : null}
      </div>
    </li>
  )
}

function SignIn(props: { row: BringRow; loginId: string; again: boolean }) {
  const { row, loginId, again } = props
  const actions = useActions()
  const login = useAppState((state) => state.logins[loginId])
  const request = login ? requestOf(login) : { profileId: row.profileId }
  return (
    <button
      type="button"
      className="button"
      aria-label={`${again ? t('Sign in again') : t('Continue signing in')}: ${row.account}`}
      onClick={() => void (again ? actions.signIn(request) : actions.continueSignIn(loginId, request))}
    >
      {again ? t('Sign in again…') : t('Continue signing in')}
    </button>
  )
}

/** @param undoId given while what was written can be taken back */
function Foot(props: { undoId: string | undefined; rows: readonly BringRow[] }) {
  const { undoId, rows } = props
  const actions = useActions()
  const undoing = useAppState((state) => undoId !== undefined && state.undoing.has(undoId))
  const failure = useAppState((state) => (undoId === undefined ? undefined : state.undoRefused[undoId]))
  return (
    <>
      {failure ? (
        <div className="import-failure" role="alert">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
      <footer className="import-foot transfer-foot">
        <p className="import-promise">{undoId === undefined ? null : takeBackPromise(rows)}</p>
        <div className="buttons">
          {undoId === undefined ? null : (
            <button
              type="button"
              className="button button-large"
              aria-disabled={undoing}
              onClick={() => void actions.undoImport(undoId)}
            >
              <Swap words={t('Take back')} other={t('Taking back…')} isOther={undoing} />
            </button>
          )}
          <button
            type="button"
            className="button button-large button-primary"
            onClick={actions.leaveTransfer}
          >
            {t('Done')}
          </button>
        </div>
      </footer>
    </>
  )
}

function wordsOf(row: BringRow, signedIn: boolean): string {
  if (signedIn) return t('Signed in: it is a login of its own.')
  if (row.message) return known(row.message)
  return row.loginId === undefined ? t('Done.') : t('Waits for you to sign in.')
}
