/** The other way round: from here to another machine. */
import { useActions } from '../state/app-context.ts'

export function TakeAway() {
  const actions = useActions()
  return (
    <section className="settings-part">
      <h2>To another machine</h2>
      <div className="card settings-card">
        <div className="setting">
          <div className="setting-words">
            <p className="setting-title">Export logins</p>
            <p className="setting-note">
              Into one encrypted file, which another Lamplighter imports and the age program opens. What only
              one machine may hold stays here.
            </p>
          </div>
          <div className="setting-control">
            <button type="button" className="button" onClick={actions.openExport}>
              Export…
            </button>
          </div>
        </div>
      </div>
    </section>
  )
}
