/** Where bringing logins over stands. */
import type { Failure } from '../../app/contract/failure.ts'
import type { BringResultView } from '../../app/contract/nodes.ts'
import type { Transfer, Ways } from '../model/transfer-model.ts'

/** What the person has said so far. */
export interface Draft {
  readonly transfer: Transfer
  readonly chosen: ReadonlySet<string>
  readonly ways: Ways
  /** The emergencies whose consequence was ticked. */
  readonly agreed: ReadonlySet<string>
}

export type TransferStep =
  | { readonly kind: 'idle' }
  | (Draft & { readonly kind: 'choose' | 'ways' | 'check'; readonly failure?: Failure })
  | (Draft & { readonly kind: 'applying'; readonly sinceMs: number })
  | { readonly kind: 'result'; readonly transfer: Transfer; readonly result: BringResultView }
