/** Nothing here could start the fleet's etcd: the exact command, which is waited for. */
import { t } from '../../app/words/t.ts'
import { useAppState } from '../state/app-context.ts'
import { CommandWords } from '../ui/command-words.tsx'
import { CopyButton } from '../ui/failure-note.tsx'

export function FleetByHand() {
  const byHand = useAppState((state) => state.fleet.byHand)
  if (!byHand) return null
  return (
    <div className="callout callout-next" role="status">
      <p>
        <strong>{t('Start etcd yourself, in a terminal on this machine.')}</strong>{' '}
        {t('Lamplighter goes on as soon as it answers. Have it started with the machine, too.')}
      </p>
      <pre className="fleet-command">
        <CommandWords command={byHand.command} />
      </pre>
      <div className="buttons">
        <CopyButton text={byHand.command} label={t('Copy the command')} className="" />
      </div>
      {byHand.why ? <p className="callout-why">{byHand.why}</p> : null}
    </div>
  )
}
