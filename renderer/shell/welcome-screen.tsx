/** The first look: what was found, what Lamplighter will and will not touch, and one button to begin. */
import { useId } from 'react'
import type { OverviewView } from '../../app/contract/views.ts'
import { counted } from '../format/labels.ts'
import { PlaceList } from '../logins/place-list.tsx'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { Logo } from '../ui/lamp.tsx'
import { FoundList } from './found-lists.tsx'
import { promises } from './welcome-text.ts'

export function WelcomeScreen(props: { overview: OverviewView }) {
  const { overview } = props
  const actions = useActions()
  const failure = useAppState((state) => state.settingsRefused.welcome)
  const found = overview.profiles.length
  const begin = () => void actions.changeSettings('welcome', { welcomed: true })
  return (
    <main className="screen welcome-screen">
      <div className="welcome">
        <header className="welcome-head">
          <Logo />
          <div>
            <h1>{found > 0 ? `Lamplighter found ${counted(found, 'login')}` : 'No logins here yet'}</h1>
            <p className="welcome-lead">
              {found > 0
                ? 'It keeps them alive, so that nothing stops in the night because one of them lapsed.'
                : 'Lamplighter keeps logins alive: those that other programs make on this machine, and those you add yourself.'}
            </p>
          </div>
        </header>
        <div className="welcome-columns">
          <div className="welcome-column">
            <PlaceList places={overview.places} title={found > 0 ? 'Where it looked' : 'It looked here'} />
            {found > 0 ? <FoundList profiles={overview.profiles} /> : null}
            {overview.problems.map((problem) => (
              <FailureNote key={problem.code + problem.message} failure={problem} />
            ))}
          </div>
          <PromiseList overview={overview} />
        </div>
        {failure ? (
          <div className="import-failure" role="alert">
            <FailureNote failure={failure} tone="alarm" />
          </div>
        ) : null}
      </div>
      <footer className="welcome-foot">
        <button
          type="button"
          className="link-button welcome-settings"
          onClick={() => actions.show('settings')}
        >
          Settings
        </button>
        {found > 0 ? null : (
          <button type="button" className="button button-large" onClick={begin}>
            Begin without one
          </button>
        )}
        <button
          type="button"
          className="button button-large button-primary welcome-begin"
          onClick={found > 0 ? begin : actions.openAdd}
        >
          {found > 0 ? 'Begin' : 'Add a login'}
        </button>
      </footer>
    </main>
  )
}

function PromiseList(props: { overview: OverviewView }) {
  const { will, willNot } = promises(props.overview)
  return (
    <div className="welcome-column promises">
      <Sentences title="It will" sentences={will} shape="disc" />
      <Sentences title="It will not" sentences={willNot} shape="dash" />
    </div>
  )
}

function Sentences(props: { title: string; sentences: readonly string[]; shape: 'disc' | 'dash' }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <ul>
        {props.sentences.map((sentence) => (
          <li key={sentence}>
            <Glyph shape={props.shape} tone={props.shape === 'disc' ? 'good' : 'quiet'} small />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
