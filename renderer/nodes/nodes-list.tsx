/** Every node with its logins beside ours; before there is one, what a node is. */
import type { RefObject } from 'react'
import type { NodeView } from '../../app/contract/nodes.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { inReach, nodesSummary } from '../model/node-text.ts'
import { suggestedLogins, transferOf } from '../model/transfer-model.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { AddNode } from './add-node.tsx'
import { ByFile } from './by-file.tsx'
import { FleetPart } from './fleet-part.tsx'
import { NodeCard } from './node-card.tsx'
import { NodeIntro } from './node-intro.tsx'

export function NodesList(props: { heading: RefObject<HTMLHeadingElement | null> }) {
  const actions = useActions()
  const nodes = useAppState((state) => state.nodes)
  const failure = useAppState((state) => state.nodesFailure)
  const isInFleet = useAppState((state) => Boolean(state.fleet.page))
  const none = nodes?.length === 0
  const next = nodes?.find(
    (node) => inReach(node) && suggestedLogins(transferOf('bring', node, [])).size > 0,
  )?.id
  return (
    <>
      <header className="screen-head">
        <div className="summary">
          <h1 ref={props.heading} tabIndex={-1}>
            {nodes && !none && !isInFleet ? counted(nodes.length, 'machine') : t('Machines')}
          </h1>
          {isInFleet ? null : <Summary nodes={nodes} />}
        </div>
      </header>
      {isInFleet ? <FleetPart key="fleet" /> : null}
      {isInFleet ? (
        <div className="summary fleet-after">
          <h2>{t('Over ssh')}</h2>
          <Summary nodes={nodes} />
        </div>
      ) : null}
      {none ? (
        <p className="import-lead">
          {t(
            'This is for other machines of yours that Lamplighter reaches with your own ssh. From here you bring its logins over, or send yours there, without two machines spending the same token.',
          )}
        </p>
      ) : null}
      {failure ? (
        <div className="import-failure" role="alert">
          <FailureNote failure={failure} tone="alarm" />
          <button type="button" className="button" onClick={() => void actions.loadNodes()}>
            {t('Look again')}
          </button>
        </div>
      ) : null}
      {nodes ? (
        <AddNode first={none} />
      ) : failure ? null : (
        <p className="quiet">{t('Reading the machines…')}</p>
      )}
      {none ? <NodeIntro /> : null}
      {nodes?.map((node) => (
        <NodeCard key={node.id} node={node} next={node.id === next} />
      ))}
      {isInFleet ? null : <FleetPart key="fleet" />}
      <ByFile />
    </>
  )
}

/** Of those that ssh reaches, and so beside what counts them: a fleet's machines meet elsewhere. */
function Summary(props: { nodes: readonly NodeView[] | undefined }) {
  return (
    <ul>
      {nodesSummary(props.nodes ?? []).map(({ word, alarm }) => (
        <li key={word} className={alarm ? 'summary-alarm' : ''}>
          {word}
        </li>
      ))}
    </ul>
  )
}
