/** The `lamplighter` command, put where a shell finds it. */
import { useState } from 'react'
import type { Reply } from '../../app/contract/failure.ts'
import type { CommandView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { SettingRow, SettingsPart } from './setting-row.tsx'

export function CommandLineSettings() {
  const actions = useActions()
  const [reply, setReply] = useState<Reply<CommandView>>()
  return (
    <SettingsPart title={t('Command line')}>
      <SettingRow
        title={t('The lamplighter command')}
        note={noteOf(reply)}
        also={t('terminal shell install')}
      >
        <button
          type="button"
          className="button"
          onClick={() => void actions.installCommand().then((next) => setReply(next))}
        >
          {t('Install the command')}
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
  if (!reply?.ok) return t('It needs Node.js 20.19 or newer in the PATH.')
  const { path, isOnPath } = reply.value
  return isOnPath
    ? t('It is at {path}.', { path })
    : t('It is at {path}. Where a terminal does not find it, add that folder to the PATH.', { path })
}
