/** The owner of a borrowed login is gone for good: what that means, and what became of it. */
import { useEffect, useRef, useState } from 'react'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import type { DialogState } from '../state/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { SureCheck } from '../ui/sure-check.tsx'
import { Swap } from '../ui/swap.tsx'

type TakeOver = Extract<DialogState, { kind: 'take-over' }>

export function TakeOverDialog(props: { dialog: TakeOver }) {
  const { dialog } = props
  const actions = useActions()
  const profile = useAppState((state) => state.overview?.profiles.find(({ id }) => id === dialog.profileId))
  // Once it is taken over, the owner is this machine: the words must not change with it.
  const [owner] = useState(profile?.owner.refreshedBy ?? t('The other machine'))
  const [account] = useState(profile?.account ?? dialog.profileId)
  return (
    <Dialog
      title={t('Take over from {owner}', { owner })}
      lead={account}
      onClose={() => void actions.closeDialog()}
    >
      {dialog.result ? (
        <Result dialog={dialog} result={dialog.result} />
      ) : (
        <Question dialog={dialog} owner={owner} />
      )}
    </Dialog>
  )
}

function Question(props: { dialog: TakeOver; owner: string }) {
  const { dialog, owner } = props
  const actions = useActions()
  const [sure, setSure] = useState(false)
  return (
    <>
      <div className="dialog-body">
        <p>
          {t(
            '{owner} renews this login and hands the tokens on. Take it over only when {owner} is gone for good: asleep, or out of reach for a day, is no reason.',
            { owner },
          )}
        </p>
        <ul className="card fork-list">
          <li>
            <Glyph shape="arrow" tone="quiet" small />
            <p>
              {t(
                'This machine stops asking {owner} and becomes the owner. Where it cannot be without a sign-in, you are asked to sign in.',
                { owner },
              )}
            </p>
          </li>
          <li>
            <Glyph shape="triangle" tone="next" small />
            <p>
              {t(
                'Should {owner} come back, it may still hold the old login: two owners, and whoever renews first signs the other one out. Sign it out there before it goes on.',
                { owner },
              )}
            </p>
          </li>
        </ul>
        <SureCheck sure={sure} onChange={setSure}>
          {t('{owner} is gone for good, or no longer uses this login.', { owner })}
        </SureCheck>
        {dialog.failure ? <FailureNote failure={dialog.failure} tone="alarm" /> : null}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={!sure || dialog.busy}
          onClick={() => void (sure ? actions.takeOver() : undefined)}
        >
          <Swap words={t('Take over')} other={t('Taking over…')} isOther={dialog.busy} />
        </button>
        <button type="button" className="button button-large" onClick={() => void actions.closeDialog()}>
          {t('Go on borrowing')}
        </button>
      </footer>
    </>
  )
}

function Result(props: { dialog: TakeOver; result: NonNullable<TakeOver['result']> }) {
  const { dialog } = props
  const actions = useActions()
  const next = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone.
  useEffect(() => next.current?.focus(), [])
  const row =
    props.result.rows.find(({ profileId }) => profileId === dialog.profileId) ?? props.result.rows[0]
  const loginId = row?.loginId
  return (
    <>
      <div className="dialog-body">
        {row?.failure ? (
          <FailureNote failure={row.failure} tone="alarm" />
        ) : (
          <p className="dialog-state">
            <Glyph shape={loginId ? 'ring' : 'disc'} tone={loginId ? 'next' : 'good'} />
            <span>{known(row?.message) ?? t('This machine owns it from now on.')}</span>
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        {loginId ? (
          <button
            ref={next}
            type="button"
            className="button button-large button-primary"
            onClick={() => void actions.continueSignIn(loginId, { profileId: dialog.profileId })}
          >
            {t('Continue signing in')}
          </button>
        ) : null}
        <button
          {...(loginId ? {} : { ref: next })}
          type="button"
          className={`button button-large ${loginId ? '' : 'button-primary'}`}
          onClick={() => void actions.closeDialog()}
        >
          {loginId ? t('Later') : row?.failure ? t('Close') : t('Done')}
        </button>
      </footer>
    </>
  )
}
