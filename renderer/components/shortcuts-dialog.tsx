import { useActions } from '../app-context.ts'
import { DOCUMENTED } from '../shortcuts.ts'
import { Dialog } from './dialog.tsx'

export function ShortcutsDialog() {
  const actions = useActions()
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => void actions.closeDialog()}>
      <div className="dialog-body shortcuts">
        {DOCUMENTED.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
