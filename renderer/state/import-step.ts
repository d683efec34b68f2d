/** Where an import stands. */
import type { Failure } from '../../app/contract/failure.ts'
import type { ImportPlanView } from '../../app/contract/views.ts'

/** What the import screen shows; `idle` is where it begins and ends. */
export type ImportStep =
  | { readonly kind: 'idle'; readonly failure?: Failure }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly path: string }
  /** The file is encrypted, or the key that opens it. `failure` after a passphrase that does not open it. */
  | {
      readonly kind: 'passphrase'
      readonly path: string
      readonly identityPath?: string
      readonly busy: boolean
      readonly failure?: Failure
    }
  /** The file is encrypted to a key. `failure` says so, or why the one that was chosen does not open it. */
  | {
      readonly kind: 'identity'
      readonly path: string
      readonly identityPath?: string
      readonly busy: boolean
      readonly failure: Failure
    }
  | {
      readonly kind: 'plan'
      readonly plan: ImportPlanView
      readonly chosen: ReadonlySet<string>
      readonly applying: boolean
      readonly failure?: Failure
    }
  | { readonly kind: 'result'; readonly resultId: string }
