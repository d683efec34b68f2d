/** Who holds which lock around this login: asked when it is opened and when something changed, never each second. */
import { useEffect } from 'react'
import { useActions, useAppState, useTicked } from '../app-context.ts'
import { lockInWords } from '../format/locks.ts'
import { MINUTE } from '../format/time.ts'
import { FailureNote } from './failure-note.tsx'

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
  if (!reply || reply.value.length === 0) return <dd className="quiet">Held by nobody</dd>
  return (
    <dd>
      <ul className="locks">
        {reply.value.map((lock) => (
          <li key={lock.path} title={lock.path}>
            {lock.label}
            <p className="quiet">{lockInWords(lock, nowMs)}</p>
          </li>
        ))}
      </ul>
    </dd>
  )
}
