/** What came of a dry request. */
import type { ProofView } from '../../app/contract/consumers.ts'
import { known } from '../../app/words/known.ts'
import { duration } from '../format/time.ts'
import { Glyph } from '../ui/glyph.tsx'

export function Proof(props: { proof: ProofView }) {
  const { isProven, message, tookMs, detail } = props.proof
  return (
    <div role="status">
      <p className="dialog-state">
        <Glyph shape={isProven ? 'disc' : 'triangle'} tone={isProven ? 'good' : 'alarm'} />
        <span>
          {known(message)}
          {isProven ? <span className="quiet tabular"> {duration(tookMs)}</span> : null}
        </span>
      </p>
      {detail ? <pre className="written-lines">{detail}</pre> : null}
    </div>
  )
}
