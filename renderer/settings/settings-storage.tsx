/** Where things are kept, and how they are sealed. */
import { type ReactNode, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { AboutView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useApp, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { sealWords } from './sealing-text.ts'
import { SettingsPart } from './setting-row.tsx'
import { useIsSought } from './settings-search.tsx'

export function StorageSettings() {
  const about = useAppState((state) => state.about)
  return (
    <SettingsPart
      title={t('Advanced: where things are kept')}
      note={t('Other programs’ logins stay in their own files, in the form those programs wrote them.')}
    >
      <Sealing />
      {about?.ok ? about.value.paths.map((place) => <PathRow key={place.path} place={place} />) : null}
      {about && !about.ok ? (
        <div className="setting">
          <FailureNote failure={about.failure} />
        </div>
      ) : null}
    </SettingsPart>
  )
}

function Sealing() {
  const { platform } = useApp()
  const sealedBy = useAppState((state) => state.overview?.sealedBy ?? 'undecided')
  const words = sealWords(sealedBy, platform)
  if (!useIsSought(words.title)) return null
  return (
    <div className="setting sealing">
      <Glyph shape={words.shape} tone={words.tone} />
      <div className="setting-words">
        <p className="setting-title">{words.title}</p>
        <p className="setting-note">{words.text}</p>
      </div>
    </div>
  )
}

function PathRow(props: { place: AboutView['paths'][number] }) {
  const { path } = props.place
  const label = known(props.place.label)
  if (!useIsSought(`${label} ${path}`)) return null
  return (
    <div className="setting setting-path">
      <div className="setting-words">
        <p className="setting-title">{label}</p>
        <p className="setting-note mono clip-start" title={path}>
          <bdi>{path}</bdi>
        </p>
      </div>
      <RevealButton path={path} name={t('Show {label} in the file manager', { label })} />
    </div>
  )
}

/** Shows the place in the file manager, or beside itself why it could not. */
export function RevealButton(props: { path: string; name: string; children?: ReactNode }) {
  const actions = useActions()
  const [failure, setFailure] = useState<Failure>()
  return (
    <>
      <div className="setting-control">
        <button
          type="button"
          className="button"
          aria-label={props.name}
          onClick={() => void actions.showPath(props.path).then(setFailure)}
        >
          {t('Show')}
        </button>
        {props.children}
      </div>
      {failure ? (
        <div className="setting-refused" role="alert">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
    </>
  )
}
