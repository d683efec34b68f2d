/** One login of a node beside the one that stands for the same account here. */
import { memo } from 'react'
import type { NodeProfileView } from '../../app/contract/nodes.ts'
import { t } from '../../app/words/t.ts'
import {
  type Copy,
  comparisonMark,
  copyInWords,
  FORK_MEANS,
  inReach,
  newerSide,
  nextFor,
} from '../model/node-text.ts'
import { selectable } from '../model/transfer-model.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Glyph } from '../ui/glyph.tsx'

export const NodeProfile = memo(function NodeProfile(props: { profile: NodeProfileView; nodeId: string }) {
  const { profile } = props
  const local = useAppState((state) => state.overview?.profiles.find((known) => known.id === profile.localId))
  const mark = comparisonMark(profile.comparison)
  const fork = profile.comparison === 'fork'
  const newer = newerSide(profile.comparison)
  return (
    <li className={`node-profile ${fork ? 'node-fork' : ''}`}>
      <div className="node-account">
        <p className="import-account">{profile.account}</p>
        <p className="import-provider">
          {profile.providerName} · <CoreWords words={profile.whereLine} />
        </p>
      </div>
      <p className="node-compared">
        <Glyph shape={mark.shape} tone={mark.tone} small />
        <span>{mark.word}</span>
      </p>
      <dl className="node-copies tabular">
        <CopyLine side="there" copy={profile} newer={newer === 'there'} />
        {local ? <CopyLine side="here" copy={local} newer={newer === 'here'} /> : null}
      </dl>
      <div className="node-act">
        <Act profile={profile} nodeId={props.nodeId} />
      </div>
      {fork ? <p className="node-means">{FORK_MEANS}</p> : null}
      {profile.note ? (
        <p className="node-means">
          <CoreWords words={profile.note} />
        </p>
      ) : null}
    </li>
  )
})

/** What is next for it, if anything; whatever else is possible, the wizard offers. */
function Act(props: { profile: NodeProfileView; nodeId: string }) {
  const { profile, nodeId } = props
  const { localId, account, providerName } = profile
  const actions = useActions()
  const node = useAppState((state) => state.nodes?.find(({ id }) => id === nodeId))
  const sendable = node?.sendable.some((one) => one.profileId === localId && selectable(one))
  const way = nextFor(profile.comparison)
  if (!node || !inReach(node) || way === undefined) return null
  const isSent = profile.comparison === 'newer-here'
  if (isSent ? !sendable : !selectable(profile)) return null
  return (
    <button
      type="button"
      className="button"
      aria-label={`${way}: ${account}, ${providerName}`}
      onClick={() =>
        isSent
          ? actions.openTransfer('send', nodeId, [localId ?? profile.id])
          : actions.openTransfer('bring', nodeId, [profile.id])
      }
    >
      {way}…
    </button>
  )
}

function CopyLine(props: { side: 'there' | 'here'; copy: Copy; newer: boolean }) {
  const { copy } = props
  const words = useTicked(
    (nowMs) => copyInWords(copy, nowMs),
    copy.accessExpiresAtMs === undefined ? [] : [copy.accessExpiresAtMs],
  )
  return (
    <div data-newer={props.newer}>
      <dt>{props.side === 'there' ? t('there') : t('here')}</dt>
      <dd>{words}</dd>
    </div>
  )
}
