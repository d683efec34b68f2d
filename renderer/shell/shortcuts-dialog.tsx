import { t } from '../../app/words/t.ts'
import { keyLabel } from '../format/keys.ts'
import { useApp } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DOCUMENTED } from './keyboard.ts'

export function ShortcutsDialog() {
  const { actions, platform } = useApp()
  return (
    <Dialog title={t('Keyboard shortcuts')} onClose={() => void actions.closeDialog()}>
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
                      <kbd key={key}>{keyLabel(key, platform)}</kbd>
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
