/** The first look: what was found, what will become of it in three lines, a few decisions, and one button to begin. */
import { useMemo } from 'react'
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { PlaceList } from '../logins/place-list.tsx'
import { Street } from '../logins/street.tsx'
import { streetOf } from '../model/band.ts'
import { QuietHours } from '../settings/settings-notifications.tsx'
import { ProgramSettings } from '../settings/settings-programs.tsx'
import { StartupRows } from '../settings/startup-rows.tsx'
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
        <Dusk overview={overview} />
        <ThreeLines overview={overview} />
        <Decisions />
        {found > 0 ? <ProgramSettings title={t('Whose logins to keep alive')} /> : null}
        {overview.problems.map((problem) => (
          <FailureNote key={problem.code + problem.message} failure={problem} />
        ))}
        {found > 0 ? (
          <div className="welcome-folds">
            <details className="fold">
              <summary>{t('Which logins it found')}</summary>
              <FoundList profiles={overview.profiles} />
            </details>
            <details className="fold">
              <summary>{t('Where it looked')}</summary>
              <PlaceList places={overview.places} title={t('Where it looked')} />
            </details>
            <details className="fold">
              <summary>{t('What it will not do')}</summary>
              <Sentences sentences={promises(overview).willNot} shape="dash" />
            </details>
          </div>
        ) : (
          <PlaceList places={overview.places} title={t('It looked here')} />
        )}
        {failure ? (
          <div className="import-failure" role="alert">
            <FailureNote failure={failure} tone="alarm" />
          </div>
        ) : null}
      </div>
      <footer className="welcome-foot">
        <p className="welcome-still">{t('Nothing is renewed before you begin.')}</p>
        <button type="button" className="link-button" onClick={() => actions.show('settings')}>
          {t('Settings')}
        </button>
        {found > 0 ? null : (
          <>
            <button type="button" className="link-button" onClick={actions.showDemo}>
              {t('See the demo')}
            </button>
            <button type="button" className="button button-large" onClick={begin}>
              {t('Skip')}
            </button>
          </>
        )}
        <button
          type="button"
          className="button button-large button-primary welcome-begin"
          onClick={found > 0 ? begin : actions.openAdd}
        >
          {found > 0 ? t('Begin') : t('Add a login')}
        </button>
      </footer>
    </main>
  )
}

/** The street lights up, one lamp after the other. */
function Dusk(props: { overview: OverviewView }) {
  const { profiles, atMs } = props.overview
  const lamps = useMemo(() => streetOf(profiles, atMs), [profiles, atMs])
  const found = profiles.length
  return (
    <header className="band welcome-band">
      <div className="band-words">
        <Logo dark={found === 0} />
        <h1>
          {found > 0
            ? t('Lamplighter found {logins}', { logins: counted(found, 'login') })
            : t('No logins here yet')}
        </h1>
        <p className="band-why">
          {found > 0
            ? t('It keeps them alive, so that nothing stops in the night because one of them expired.')
            : t(
                'It keeps logins alive: those that other programs make on this machine, and those you add yourself.',
              )}
        </p>
      </div>
      <div className="band-street">
        <Street lamps={lamps} />
      </div>
    </header>
  )
}

function ThreeLines(props: { overview: OverviewView }) {
  return <Sentences sentences={promises(props.overview).will} shape="disc" />
}

/** What a person decides before anything happens; all of it can be changed later. */
function Decisions() {
  const settings = useAppState((state) => state.settings)
  if (!settings) return null
  return (
    <div className="card settings-card">
      <StartupRows settings={settings} />
      <QuietHours hours={settings.notifications.quietHours} />
    </div>
  )
}

function Sentences(props: { sentences: readonly string[]; shape: 'disc' | 'dash' }) {
  return (
    <ul className="promises">
      {props.sentences.map((sentence) => (
        <li key={sentence}>
          <Glyph shape={props.shape} tone={props.shape === 'disc' ? 'good' : 'quiet'} small />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}
