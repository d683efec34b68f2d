/** One node: whether it was reached, its logins beside ours, and what can be done about them. */
import { useId, useState } from 'react'
import type { NodeView } from '../../app/contract/nodes.ts'
import { t } from '../../app/words/t.ts'
import { commaList, counted } from '../format/labels.ts'
import { comparisonCounts, inReach, lookedAt, orderedProfiles, reachMark } from '../model/node-text.ts'
import { selectable, transferOf } from '../model/transfer-model.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { Swap } from '../ui/swap.tsx'
import { NodeProfile } from './node-profile.tsx'

/** More than this are folded away; those that want a person come first, so they are never among the folded. */
const SHOWN = 8

export function NodeCard(props: {
  node: NodeView
  /** Here is what the person would do next. */
  next: boolean
}) {
  const { node } = props
  const actions = useActions()
  const id = useId()
  const looking = useAppState((state) => state.looking.has(node.id)) || node.reach.kind === 'asking'
  const refused = useAppState((state) => state.nodeRefused[node.id])
  const { reach } = node
  return (
    <section className="card node" aria-labelledby={id} data-node={node.id}>
      <header className="node-head">
        <Reach node={node} looking={looking} headingId={id} />
        <div className="buttons">
          <button
            type="button"
            className="button"
            aria-disabled={looking}
            aria-label={t('Look at {name} again', { name: node.name })}
            onClick={() => void actions.lookAtNode(node.id)}
          >
            <Swap words={t('Look again')} other={t('Looking…')} isOther={looking} />
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('Remove {name}', { name: node.name })}
            onClick={() => actions.askRemoveNode(node.id)}
          >
            {t('Remove…')}
          </button>
        </div>
      </header>
      {reach.kind === 'unreachable' && !looking ? (
        <div className="node-note">
          <FailureNote failure={reach.failure} tone="alarm" />
        </div>
      ) : null}
      {reach.kind === 'reached' && reach.limits ? (
        <div className="node-note">
          <p>
            <CoreWords words={reach.limits} />
          </p>
        </div>
      ) : null}
      {node.stranger ? (
        <div className="node-note">
          <p>
            {t(
              'It was not told which machine asks, so copies of one login are not recognised yet. If it is yours, say so; bringing a login over or sending one says it, too.',
            )}
          </p>
          <button
            type="button"
            className="button"
            aria-disabled={looking}
            aria-label={t('Trust {name}', { name: node.name })}
            onClick={() => void actions.trustNode(node.id)}
          >
            {t('Trust it')}
          </button>
        </div>
      ) : null}
      {refused ? (
        <div className="node-note" role="alert">
          <FailureNote failure={refused} tone="alarm" />
        </div>
      ) : null}
      <Profiles node={node} />
      <Actions node={node} next={props.next} />
    </section>
  )
}

function Reach(props: { node: NodeView; looking: boolean; headingId: string }) {
  const { node, looking } = props
  const { reach } = node
  const mark = reachMark(looking ? { kind: 'asking', sinceMs: 0 } : reach)
  const age = useTicked((nowMs) => lookedAt(reach, nowMs), 'atMs' in reach ? [reach.atMs] : [])
  return (
    <div className="node-who">
      <Glyph shape={mark.shape} tone={mark.tone} turning={looking} />
      <div className="node-words">
        <h2 className="break" id={props.headingId} title={node.name}>
          {node.name}
        </h2>
        <p className="node-reach">
          {node.name === node.id ? null : (
            <>
              <span className="mono break">{node.id}</span>
              {' · '}
            </>
          )}
          {mark.word}
          {age && !looking ? <span className="tabular quiet"> · {age}</span> : null}
        </p>
      </div>
    </div>
  )
}

function Profiles(props: { node: NodeView }) {
  const { node } = props
  const [all, setAll] = useState(false)
  const profiles = orderedProfiles(node.profiles)
  // Folding away a few would save nothing.
  const shown = all || profiles.length <= SHOWN + 2 ? profiles : profiles.slice(0, SHOWN)
  const more = profiles.slice(shown.length)
  if (profiles.length === 0) {
    return node.reach.kind === 'reached' ? (
      <p className="node-none">{t('It holds no login that Lamplighter knows how to keep.')}</p>
    ) : null
  }
  return (
    <>
      <ul className="node-profiles" aria-label={t('Logins of {name}', { name: node.name })}>
        {shown.map((profile) => (
          <NodeProfile key={profile.id} profile={profile} nodeId={node.id} />
        ))}
      </ul>
      {more.length > 0 ? (
        <p className="node-none">
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t('Show {more} more', { more: more.length })}
          </button>{' '}
          <span className="quiet">
            {commaList(comparisonCounts(more).map(({ word, count }) => `${count} ${word}`))}
          </span>
        </p>
      ) : null}
    </>
  )
}

function Actions(props: { node: NodeView; next: boolean }) {
  const { node } = props
  const actions = useActions()
  const profiles = useAppState((state) => state.overview?.profiles)
  const brings = node.profiles.filter(selectable).length
  const sends = transferOf('send', node, profiles ?? []).logins.filter(selectable).length
  if (!inReach(node) || (brings === 0 && sends === 0)) return null
  return (
    <footer className="node-foot">
      {brings > 0 ? (
        <button
          type="button"
          className={`button button-large ${props.next ? 'button-primary' : ''}`}
          aria-label={t('Bring logins over from {name}', { name: node.name })}
          onClick={() => actions.openTransfer('bring', node.id)}
        >
          {t('Bring logins over…')}
        </button>
      ) : null}
      {sends > 0 ? (
        <button
          type="button"
          className="button button-large"
          aria-label={t('Send logins to {name}', { name: node.name })}
          onClick={() => actions.openTransfer('send', node.id)}
        >
          {t('Send logins there…')}
        </button>
      ) : null}
      <span className="quiet">
        {commaList([
          brings > 0 ? t('{logins} could come over', { logins: counted(brings, 'login') }) : '',
          sends > 0 ? t('{sends} could be sent', { sends }) : '',
        ])}
      </span>
    </footer>
  )
}
