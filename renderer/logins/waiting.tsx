/** Before there is a list: the first look under way, a look that failed, and a machine without logins. */
import type { Failure } from '../../app/contract/failure.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
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
          <header className="band welcome-band">
            <div className="band-words">
              <Logo dark />
              <h1>{t('Lamplighter cannot read its own folder')}</h1>
            </div>
          </header>
          <FailureNote failure={props.failure} />
          <button
            type="button"
            className="button button-large button-primary"
            onClick={() => void actions.load()}
          >
            {t('Look again')}
          </button>
        </div>
      </main>
    )
  }
  return (
    <main className="screen" aria-busy="true">
      <header className="band band-plain">
        <div className="band-words">
          <h1>{t('Looking for logins…')}</h1>
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
        <header className="band welcome-band">
          <div className="band-words">
            <Logo dark />
            <h1>{t('No logins here yet')}</h1>
            <p className="band-why">
              {t(
                'Sign in with one of the programs below, and its login appears here by itself. Or take one of these ways on.',
              )}
            </p>
          </div>
        </header>
        {problems.map((problem) => (
          <FailureNote key={problem.code + problem.message} failure={problem} />
        ))}
        <ul className="ways">
          <Way
            title={t('Sign in to a provider')}
            note={t('With your browser, or with a code on another device.')}
            name={t('Add a login')}
            primary
            run={actions.openAdd}
          />
          <Way
            title={t('Bring logins from another machine')}
            note={t('Over your own ssh, or from a file of logins.')}
            name={t('Machines')}
            run={() => actions.show('nodes')}
          />
          <Way
            title={t('See how it looks')}
            note={t('A window with made-up logins; nothing of yours is touched.')}
            name={t('See the demo')}
            run={actions.showDemo}
          />
        </ul>
        <PlaceList places={places} title={t('Where it looked')} />
      </div>
    </main>
  )
}

function Way(props: { title: string; note: string; name: string; primary?: true; run: () => void }) {
  return (
    <li>
      <div>
        <h2>{props.title}</h2>
        <p className="quiet">{props.note}</p>
      </div>
      <button
        type="button"
        className={`button button-large ${props.primary ? 'button-primary' : ''}`}
        onClick={props.run}
      >
        {props.name}
      </button>
    </li>
  )
}
