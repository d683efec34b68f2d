/** What came of a dry request. */
import type { ProofView } from '../../app/contract/consumers.ts'
import { duration } from '../format/time.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Glyph } from '../ui/glyph.tsx'

export function Proof(props: { proof: ProofView }) {
  const { isProven, message, tookMs, detail } = props.proof
  return (
    <div role="status">
      <p className="dialog-state">
        <Glyph shape={isProven ? 'disc' : 'triangle'} tone={isProven ? 'good' : 'alarm'} />
        <span>
          <CoreWords words={message} />
          {isProven ? <span className="quiet tabular"> {duration(tookMs)}</span> : null}
        </span>
      </p>
      {detail ? <pre className="written-lines">{detail}</pre> : null}
    </div>
  )
}
