/** Why a file with secrets is worth a look, and what makes it safe. One that is safe by then has no dialog. */
import type { SecurityFindingView } from '../../app/contract/security.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { findingTitle } from '../model/findings.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { CopyButton } from '../ui/failure-note.tsx'

export function FindingDialog(props: { findingId: string }) {
  const actions = useActions()
  const finding = useAppState((state) => state.findings.find(({ id }) => id === props.findingId))
  if (!finding) return null
  const { path, command, canMend } = finding
  const close = () => void actions.closeDialog()
  return (
    <Dialog title={findingTitle(finding)} onClose={close}>
      <div className="dialog-body">
        <p className="mono break">{path}</p>
        <p>{WHY[finding.kind]}</p>
        <p>{whatToDo(finding)}</p>
        {command ? (
          <div className="command-line">
            <code className="break">{command}</code>
            <CopyButton text={command} label={t('Copy')} />
          </div>
        ) : null}
      </div>
      <footer className="dialog-foot">
        {canMend ? (
          <button
            type="button"
            className="button button-large button-primary"
            onClick={() => void actions.mendFinding(finding)}
          >
            {t('Make it private')}
          </button>
        ) : null}
        <button type="button" className="button button-large" onClick={close}>
          {canMend ? t('Not now') : t('Done')}
        </button>
        <button
          type="button"
          className="button button-large dialog-other"
          onClick={() => void actions.reveal(path)}
        >
          {t('Show in its folder')}
        </button>
      </footer>
    </Dialog>
  )
}

const WHY: Readonly<Record<SecurityFindingView['kind'], string>> = {
  open: t('Whoever else uses this machine can open it, and use the logins in it as you do.'),
  changeable: t('It says where tokens are sent. Nobody but you should be able to change that.'),
  copy: t('Its tokens may still work. Lamplighter deletes no file of another program.'),
  keychain: t('Any program that you start can read them there. A keychain keeps more of them out.'),
}

function whatToDo({ kind, todo, canMend }: SecurityFindingView): string {
  if (canMend) return t('Lamplighter can make it private, and undo that. By hand, in a terminal:')
  if (kind === 'open' || kind === 'changeable')
    return t('It belongs to another user: only they, or root, can run this:')
  if (kind === 'copy') return t('Once its program works without it, run this in a terminal:')
  return known(todo)
}
