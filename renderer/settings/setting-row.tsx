/** One setting: what it is called, what it does, its control, and below them why a change was refused. */
import type { ReactNode } from 'react'
import { useAppState } from '../state/app-context.ts'
import type { SettingId } from '../state/store.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { PartTitle, useIsSought } from './settings-search.tsx'

export function SettingsPart(props: { title: string; note?: string; children: ReactNode }) {
  return (
    <PartTitle value={props.title}>
      <section className="settings-part" data-part={props.title}>
        <h2>{props.title}</h2>
        <div className="card settings-card">{props.children}</div>
        {props.note ? <p className="settings-note">{props.note}</p> : null}
      </section>
    </PartTitle>
  )
}

export function SettingRow(props: {
  title: string
  /** Of the control, so that a click on the words reaches it. */
  htmlFor?: string
  /** For controls that are named by the words: `id` is theirs, `${id}-note` the sentence's. */
  id?: string
  note?: ReactNode
  /** Other words that a person may look for it by. */
  also?: string
  /** Takes the place of the note, so that nothing moves. */
  error?: string | undefined
  refused?: SettingId
  /** The control goes below the words. */
  wide?: boolean
  children?: ReactNode
}) {
  const failure = useAppState((state) => (props.refused ? state.settingsRefused[props.refused] : undefined))
  const sought = useIsSought(
    `${props.title} ${typeof props.note === 'string' ? props.note : ''} ${props.also ?? ''}`,
  )
  if (!sought) return null
  const noteId = props.id ? { id: `${props.id}-note` } : {}
  return (
    <div className={`setting ${props.wide ? 'setting-wide' : ''}`}>
      <div className="setting-words">
        {props.htmlFor ? (
          <label className="setting-title" htmlFor={props.htmlFor}>
            {props.title}
          </label>
        ) : (
          <p className="setting-title" id={props.id}>
            {props.title}
          </p>
        )}
        {props.error ? (
          <p className="setting-note field-error" aria-live="polite" {...noteId}>
            {props.error}
          </p>
        ) : props.note ? (
          <p className="setting-note" {...noteId}>
            {props.note}
          </p>
        ) : null}
      </div>
      {props.children ? <div className="setting-control">{props.children}</div> : null}
      {failure ? (
        <div className="setting-refused">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
    </div>
  )
}

/** @param props.described its row has a note */
export function Switch(props: {
  id: string
  on: boolean
  described?: true
  onChange: (on: boolean) => void
}) {
  return (
    <input
      id={props.id}
      type="checkbox"
      role="switch"
      className="toggle"
      checked={props.on}
      aria-checked={props.on}
      {...(props.described ? { 'aria-describedby': `${props.id}-note` } : {})}
      onChange={(event) => props.onChange(event.target.checked)}
    />
  )
}
