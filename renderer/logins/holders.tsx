/** Which files hold this login, and which of them do not agree. */
import { useState } from 'react'
import type { HolderView, ProfileView } from '../../app/contract/views.ts'
import { counted } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'

/** More than this are folded away; those that differ come first, so they are never among the folded. */
const SHOWN = 4

export function Holders(props: { profile: ProfileView }) {
  const [all, setAll] = useState(false)
  const holders = [...props.profile.holders].sort((a, b) => weight(b) - weight(a))
  if (holders.length === 0) return null
  const files = new Set(holders.map((holder) => holder.path)).size
  // Folding away a single one would save nothing.
  const shown = all || holders.length <= SHOWN + 1 ? holders : holders.slice(0, SHOWN)
  const more = holders.length - shown.length
  return (
    <section className="detail-part">
      <h3>Held in {counted(files, 'file')}</h3>
      <ul className="holders">
        {shown.map((holder) => (
          <Holder key={holder.id} holder={holder} profileId={props.profile.id} />
        ))}
      </ul>
      {more > 0 ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {more} more
        </button>
      ) : null}
    </section>
  )
}

function Holder(props: { holder: HolderView; profileId: string }) {
  const { holder } = props
  const actions = useActions()
  return (
    <li>
      <button
        type="button"
        className="holder"
        title={`Show in its folder\n${holder.path}\n${holder.entry}`}
        onClick={() => void actions.reveal(holder.path)}
      >
        <span className="holder-label clip">{holder.label}</span>
        <span className="holder-path clip">{tail(holder.path)}</span>
      </button>
      {holder.drift ? (
        <p className="holder-drift">
          <Glyph shape="diamond-open" tone="next" small /> Differs from the newest copy
          <button
            type="button"
            className="link-button"
            aria-label={`Repair ${holder.label}`}
            onClick={() => void actions.repair(props.profileId)}
          >
            Repair
          </button>
        </p>
      ) : null}
      {holder.problem ? (
        <p className="holder-drift">
          <Glyph shape="cross" tone="next" small /> {holder.problem.message}
        </p>
      ) : null}
    </li>
  )
}

/** The last folders, without the file: what tells one agent's copy from another's. */
function tail(path: string): string {
  return path.split(/[\\/]/).slice(-4, -1).join('/')
}

function weight(holder: HolderView): number {
  return (holder.problem ? 2 : 0) + (holder.drift ? 1 : 0)
}
