/** Logins that nobody is told about. They are kept alive like all others. */
import { useRef } from 'react'
import { useActions, useAppState } from '../state/app-context.ts'
import { SettingRow } from './setting-row.tsx'

export function MutedLogins(props: { ids: readonly string[] }) {
  const { ids } = props
  const actions = useActions()
  const list = useRef<HTMLUListElement>(null)
  const profiles = useAppState((state) => state.overview?.profiles)
  function unmute(id: string, at: number): void {
    void actions.mute(id, false)
    // The button that was pressed is gone: its neighbour takes the focus, or the first control of this part.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const first = list.current?.closest('section')?.querySelector<HTMLElement>('input:enabled')
    ;(buttons[at + 1] ?? buttons[at - 1] ?? first)?.focus()
  }
  return (
    <SettingRow
      title="Muted logins"
      refused="muted"
      wide={ids.length > 0}
      note={
        ids.length === 0
          ? 'None. The bell in a login’s details silences it.'
          : 'They are kept alive like the others; nobody is told about them.'
      }
    >
      {ids.length > 0 ? (
        <ul className="muted-list" ref={list}>
          {ids.map((id, at) => {
            const profile = profiles?.find((known) => known.id === id)
            const name = profile?.account ?? id
            return (
              <li key={id}>
                <span className="clip">{name}</span>
                <span className="clip quiet">{profile?.providerName ?? 'not on this machine any more'}</span>
                <button
                  type="button"
                  className="button"
                  aria-label={`Unmute ${name}`}
                  onClick={() => unmute(id, at)}
                >
                  Unmute
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </SettingRow>
  )
}
