/** Who holds which lock around this login: asked when it is opened and when something changed, never each second. */
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { LockView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { MINUTE } from '../format/time.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { lockInWords, removalInWords } from './lock-text.ts'

export function Locks(props: { profileId: string }) {
  const { profileId } = props
  const actions = useActions()
  const lookedAtMs = useAppState((state) => state.overview?.atMs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new overview is the reason to ask again
  useEffect(() => void actions.loadLocks(profileId), [actions, profileId, lookedAtMs])
  const reply = useAppState((state) => (state.locks?.profileId === profileId ? state.locks.reply : undefined))
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  if (reply?.ok === false) {
    return (
      <dd>
        <FailureNote failure={reply.failure} />
      </dd>
    )
  }
  if (!reply) return <dd className="quiet">…</dd> // nobody has looked yet
  if (reply.value.length === 0) return <dd className="quiet">{t('Not locked')}</dd>
  return (
    <dd>
      <ul className="locks">
        {reply.value.map((lock) => (
          // Another lock in its place is another one to agree about.
          <li key={`${lock.path} ${lock.identity}`} title={lock.path}>
            {known(lock.label)}
            <p className="quiet">{lockInWords(lock, nowMs)}</p>
            {lock.removable ? <Removal profileId={profileId} lock={lock} /> : null}
          </li>
        ))}
      </ul>
    </dd>
  )
}

function Removal(props: { profileId: string; lock: LockView }) {
  const { lock } = props
  const actions = useActions()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asked) first.current?.focus() // the button that was pressed is gone
  }, [asked])
  const remove = async (): Promise<void> => {
    setBusy(true)
    setFailure(await actions.removeLock(props.profileId, lock))
    setBusy(false)
  }
  if (!asked) {
    return (
      <button type="button" className="button button-small" onClick={() => setAsked(true)}>
        {t('Remove…')}
      </button>
    )
  }
  return (
    <fieldset className="lock-removal">
      <legend className="only-read">{t('Remove {label}', { label: known(lock.label) })}</legend>
      <p>{removalInWords(lock)}</p>
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          ref={first}
          aria-disabled={busy}
          onClick={() => void (busy ? undefined : remove())}
        >
          {busy ? t('Removing…') : t('Remove it')}
        </button>
        <button type="button" className="button button-small" onClick={() => setAsked(false)}>
          {t('Keep it')}
        </button>
      </div>
      {failure ? <FailureNote failure={failure} /> : null}
    </fieldset>
  )
}
