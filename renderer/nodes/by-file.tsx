/** Logins that travel as a file: for a machine that ssh does not reach, or for later. */
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'

export function ByFile() {
  const actions = useActions()
  return (
    <section className="settings-part">
      <h2>{t('By file')}</h2>
      <div className="card settings-card">
        <Row
          title={t('Import logins')}
          note={t('From a bundle of another Lamplighter, or from another program’s file of logins.')}
          button={t('Import…')}
          run={() => actions.show('import')}
        />
        <Row
          title={t('Export logins')}
          note={t('Into one encrypted file. Logins that only one machine may have are left out.')}
          button={t('Export…')}
          run={actions.openExport}
        />
      </div>
    </section>
  )
}

function Row(props: { title: string; note: string; button: string; run: () => void }) {
  return (
    <div className="setting">
      <div className="setting-words">
        <p className="setting-title">{props.title}</p>
        <p className="setting-note">{props.note}</p>
      </div>
      <div className="setting-control">
        <button type="button" className="button" onClick={props.run}>
          {props.button}
        </button>
      </div>
    </div>
  )
}
