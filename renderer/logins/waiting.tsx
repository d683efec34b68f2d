/** Before there is a list: the first look under way, a look that failed, and a machine without logins. */
import type { Failure } from '../../app/contract/failure.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { useActions } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Logo } from '../ui/lamp.tsx'
import { PlaceList } from './place-list.tsx'

export function LoadingScreen(props: { failure: Failure | undefined }) {
  const actions = useActions()
  if (props.failure) {
    return (
      <main className="screen screen-still">
        <div className="still">
          <h1>Lamplighter could not look</h1>
          <FailureNote failure={props.failure} />
          <button type="button" className="button button-large" onClick={() => void actions.load()}>
            Look again
          </button>
        </div>
      </main>
    )
  }
  return (
    <main className="screen" aria-busy="true">
      <header className="screen-head">
        <div className="summary">
          <h1>Looking for logins…</h1>
        </div>
      </header>
      <div className="card list ghosts" aria-hidden="true">
        {[62, 48, 70, 55].map((width) => (
          <div className="ghost" key={width}>
            <span className="ghost-disc" />
            <span className="ghost-line" style={{ width: `${width / 2}%` }} />
          </div>
        ))}
      </div>
    </main>
  )
}

export function EmptyScreen(props: { overview: OverviewView }) {
  const { places, problems } = props.overview
  const actions = useActions()
  return (
    <main className="screen screen-still">
      <div className="still">
        <div className="still-lamp">
          <Logo dark />
        </div>
        <h1>No logins here yet</h1>
        <p className="still-lead">
          Lamplighter keeps logins that other programs have made on this machine, and those that you add
          yourself. It looks again whenever one of these places changes.
        </p>
        <PlaceList places={places} title="Where it looked" />
        {problems.map((problem) => (
          <FailureNote key={problem.code + problem.message} failure={problem} />
        ))}
        <div className="still-actions">
          <button type="button" className="button button-large button-primary" onClick={actions.openAdd}>
            Add a login
          </button>
          <p className="quiet">Or sign in with one of those programs: its login appears here by itself.</p>
        </div>
      </div>
    </main>
  )
}
