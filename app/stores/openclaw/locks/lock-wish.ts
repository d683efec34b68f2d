/** One of OpenClaw's locks that is to be taken. */
import type { LockForm } from '../storage-version.ts'

export interface LockWish {
  /** With `.lock` at the end. */
  readonly path: string
  readonly form: LockForm
}
