/** Who uses this login and what has stopped, and which files do not agree. */
import { useState } from 'react'
import type { HolderView, ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { agentsOf } from '../model/band.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { Tile } from '../ui/tile.tsx'
import { targetsOf } from './row-text.ts'

/** More than this are folded away; those that differ come first, so they are never among the folded. */
const SHOWN = 4

export function Holders(props: { profile: ProfileView }) {
  const [all, setAll] = useState(false)
  const holders = [...props.profile.holders].sort((a, b) => weight(b) - weight(a))
  const files = new Set(holders.map((holder) => holder.path)).size
  const stopped = useTicked((nowMs) => hasStopped(props.profile, nowMs), targetsOf(props.profile))
  // Folding away a single one would save nothing.
  const shown = all || holders.length <= SHOWN + 1 ? holders : holders.slice(0, SHOWN)
  const more = holders.length - shown.length
  if (holders.length === 0) return null
  return (
    <section className="detail-part">
      <h3>
        {agentsOf([props.profile]).length > 0 ? t('Used by') : t('Kept')}{' '}
        <span className="quiet">{t('in {files}', { files: counted(files, 'file') })}</span>
      </h3>
      <ul className="holders">
        {shown.map((holder) => (
          <Holder key={holder.id} holder={holder} profileId={props.profile.id} stopped={stopped} />
        ))}
      </ul>
      {more > 0 ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('{more} more', { more })}
        </button>
      ) : null}
    </section>
  )
}

function Holder(props: { holder: HolderView; profileId: string; stopped: boolean }) {
  const { holder } = props
  const actions = useActions()
  return (
    <li>
      <button
        type="button"
        className="holder"
        title={t('Show in its folder\n{path}\n{entry}', { path: holder.path, entry: holder.entry })}
        onClick={() => void actions.reveal(holder.path)}
      >
        <Tile name={holder.label.split(' · ')[0] ?? holder.label} small />
        <span className="holder-label clip">{known(holder.label)}</span>
        {props.stopped && holder.label.includes(' · ') ? (
          <span className="holder-state">{t('stopped')}</span>
        ) : (
          <span className="holder-path clip">{tail(holder.path)}</span>
        )}
      </button>
      {holder.drift ? (
        <p className="holder-drift">
          <Glyph shape="diamond-open" tone="next" small /> {t('Differs from the newest copy')}
          <button
            type="button"
            className="link-button"
            aria-label={t('Repair {label}', { label: known(holder.label) })}
            onClick={() => void actions.repair(props.profileId)}
          >
            {t('Repair')}
          </button>
        </p>
      ) : null}
      {holder.problem ? (
        <p className="holder-drift">
          <Glyph shape="cross" tone="next" small /> <CoreWords words={holder.problem.message} />
        </p>
      ) : null}
    </li>
  )
}

/** Only a sign-in brings those back that use it; nothing is said of those whose token still works. */
function hasStopped({ status, accessExpiresAtMs }: ProfileView, nowMs: number): boolean {
  return status.kind === 'needs-login' && (accessExpiresAtMs === undefined || accessExpiresAtMs <= nowMs)
}

/** The last folders, without the file: what tells one agent's copy from another's. */
function tail(path: string): string {
  return path.split(/[\\/]/).slice(-4, -1).join('/')
}

function weight(holder: HolderView): number {
  return (holder.problem ? 2 : 0) + (holder.drift ? 1 : 0)
}
