/** Help, versions and licences. */
import type { AboutView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { Logo } from '../ui/lamp.tsx'
import { rich } from '../ui/rich.ts'
import { SettingRow, SettingsPart } from './setting-row.tsx'
import { useIsSought } from './settings-search.tsx'
import { aboutText } from './version-text.ts'

export function HelpSettings() {
  const actions = useActions()
  return (
    <SettingsPart title={t('Help')}>
      <SettingRow
        title={t('Support bundle')}
        note={t('Settings, states and recent events, without a token in it.')}
      >
        <button type="button" className="button" onClick={actions.openSupport}>
          {t('Preview…')}
        </button>
      </SettingRow>
      <SettingRow title={t('Keyboard shortcuts')}>
        <button type="button" className="button" onClick={actions.openShortcuts}>
          {t('Show…')}
        </button>
      </SettingRow>
    </SettingsPart>
  )
}

export function About() {
  const about = useAppState((state) => state.about)
  if (!about?.ok) return null
  return (
    <SettingsPart title={t('About')}>
      <AboutRows about={about.value} />
    </SettingsPart>
  )
}

function AboutRows(props: { about: AboutView }) {
  const { about } = props
  const { version, libraries } = about
  if (!useIsSought(t('Lamplighter version licences libraries'))) return null
  return (
    <>
      <div className="setting about">
        <Logo />
        <div className="setting-words">
          <p className="setting-title">Lamplighter {version}</p>
          <p className="setting-note tabular">{madeOf(about)}</p>
        </div>
        <div className="setting-control">
          <CopyButton text={aboutText(about)} label={t('Copy')} className="" />
        </div>
      </div>
      <details className="setting licences">
        <summary>
          {rich('Licences {libraries}', {
            libraries: <span className="quiet">{counted(libraries.length, 'library', 'libraries')}</span>,
          })}
        </summary>
        {libraries.length === 0 ? (
          <p className="setting-note">{t('The list is made when Lamplighter is packaged.')}</p>
        ) : (
          <ul className="licence-list">
            {libraries.map((library) => (
              <li key={`${library.name} ${library.version}`}>
                <span className="clip">
                  {library.name} <span className="quiet tabular">{library.version}</span>
                </span>
                <span className="quiet">{library.licence}</span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </>
  )
}

function madeOf(about: AboutView): string {
  return `Electron ${about.electron} · Chromium ${about.chromium} · Node.js ${about.node} · ${about.platform}`
}
