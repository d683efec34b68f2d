/** A borrowed login in the detail: who owns it, whether the owner was reached, and what to do when it never is. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { lookedAt, nodeCalled, reachMark } from '../model/node-text.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Glyph } from '../ui/glyph.tsx'

export function Borrowed(props: { profile: ProfileView }) {
  const { owner, id } = props.profile
  const actions = useActions()
  const node = useAppState((state) => nodeCalled(state.nodes, owner.refreshedBy))
  const isShared = useAppState((state) =>
    state.fleet.page?.fleet.shared.some(({ profileId }) => profileId === id),
  )
  if (owner.mode !== 'borrowed' || isShared) return null
  const mark = node ? reachMark(node.reach) : undefined
  return (
    <section className="detail-part borrowed">
      <h3>{t('Borrowed from')}</h3>
      <p className="borrowed-owner">
        <Glyph shape={mark?.shape ?? 'square-open'} tone={mark?.tone ?? 'other'} small />
        <strong className="break">{owner.refreshedBy}</strong>
      </p>
      {node && mark ? (
        <p className="quiet">
          {mark.word}
          {'atMs' in node.reach ? <Looked reach={node.reach} /> : null}
        </p>
      ) : null}
      {node?.reach.kind === 'unreachable' ? (
        <p className="quiet">
          <CoreWords words={node.reach.failure.message} />
        </p>
      ) : null}
      <div className="buttons">
        {node ? (
          <button type="button" className="button" onClick={() => actions.show('nodes')}>
            {t('Show machines')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => actions.askTakeOver(id)}>
          {t('Take over…')}
        </button>
      </div>
    </section>
  )
}

function Looked(props: { reach: Parameters<typeof lookedAt>[0] }) {
  const { reach } = props
  const words = useTicked((nowMs) => lookedAt(reach, nowMs), 'atMs' in reach ? [reach.atMs] : [])
  return <span className="tabular">, {words}</span>
}
