/** The `lamplighter` command, put where a shell finds it. */
import { useState } from 'react'
import type { Reply } from '../../app/contract/failure.ts'
import type { CommandView } from '../../app/contract/views.ts'
import { useActions } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { SettingRow, SettingsPart } from './setting-row.tsx'

export function CommandLineSettings() {
  const actions = useActions()
  const [reply, setReply] = useState<Reply<CommandView>>()
  return (
    <SettingsPart title="Command line">
      <SettingRow title="The lamplighter command" note={noteOf(reply)} also="terminal shell install">
        <button
          type="button"
          className="button"
          onClick={() => void actions.installCommand().then((next) => setReply(next))}
        >
          Install the command
        </button>
      </SettingRow>
      {reply && !reply.ok ? (
        <div className="setting">
          <FailureNote failure={reply.failure} tone="alarm" />
        </div>
      ) : null}
    </SettingsPart>
  )
}

function noteOf(reply: Reply<CommandView> | undefined): string {
  if (!reply?.ok) return 'It needs Node.js 20.19 or newer in the PATH.'
  const { path, isOnPath } = reply.value
  return isOnPath
    ? `It is at ${path}.`
    : `It is at ${path}. Where a terminal does not find it, add that folder to the PATH.`
}
