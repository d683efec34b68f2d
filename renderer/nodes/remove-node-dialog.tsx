import { t } from '../../app/words/t.ts'
import { nodeCalled } from '../model/node-text.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import type { DialogState } from '../state/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Swap } from '../ui/swap.tsx'

/** A node goes from the list; what was borrowed from it is said by name, for it stops being renewed. */
export function RemoveNodeDialog(props: { dialog: Extract<DialogState, { kind: 'remove-node' }> }) {
  const { nodeId, busy, failure } = props.dialog
  const actions = useActions()
  const name = useAppState((state) => state.nodes?.find(({ id }) => id === nodeId)?.name ?? nodeId)
  const borrowed = useAppState(
    (state) =>
      state.overview?.profiles.filter(
        ({ owner }) => owner.mode === 'borrowed' && nodeCalled(state.nodes, owner.refreshedBy)?.id === nodeId,
      ) ?? [],
  )
  return (
    <Dialog title={t('Remove {name}?', { name })} onClose={() => void actions.closeDialog()}>
      <div className="dialog-body">
        <p>
          {t(
            'It leaves this list, and Lamplighter does not contact it any more. Nothing changes on the machine itself, and no login is removed here.',
          )}
        </p>
        {borrowed.length > 0 ? (
          <div className="callout callout-warning">
            <p>
              <strong>
                {t('{borrowed, plural, one {# login here is} other {# logins here are}} borrowed from it', {
                  borrowed: borrowed.length,
                })}
              </strong>{' '}
              {t(
                'and will expire: {names}. Move or sign in to {borrowed, plural, one {it} other {them}} first.',
                { names: borrowed.map(({ account }) => account).join(', '), borrowed: borrowed.length },
              )}
            </p>
          </div>
        ) : null}
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={busy}
          onClick={() => void actions.removeNode()}
        >
          <Swap words={t('Remove')} other={t('Removing…')} isOther={busy} />
        </button>
        <button type="button" className="button button-large" onClick={() => void actions.closeDialog()}>
          {t('Keep it')}
        </button>
      </footer>
    </Dialog>
  )
}
