import { counted } from '../format/labels.ts'
import { nodeCalled } from '../model/node-text.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import type { DialogState } from '../state/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

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
    <Dialog title={`Remove ${name}?`} onClose={() => void actions.closeDialog()}>
      <div className="dialog-body">
        <p>
          It leaves this list, and Lamplighter does not contact it any more. Nothing changes on the machine
          itself, and no login is removed here.
        </p>
        {borrowed.length > 0 ? (
          <div className="callout callout-warning">
            <p>
              <strong>
                {counted(borrowed.length, 'login')} here {borrowed.length === 1 ? 'is' : 'are'} borrowed from
                it
              </strong>{' '}
              and will expire: {borrowed.map(({ account }) => account).join(', ')}. Move or sign in to{' '}
              {borrowed.length === 1 ? 'it' : 'them'} first.
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
          <span className="swap" data-on={!busy}>
            Remove
          </span>
          <span className="swap" data-on={busy}>
            Removing…
          </span>
        </button>
        <button type="button" className="button button-large" onClick={() => void actions.closeDialog()}>
          Keep it
        </button>
      </footer>
    </Dialog>
  )
}
