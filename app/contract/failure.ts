/** An error as data: what crosses to the window and into `--json`. Never holds a secret. */
export interface Failure {
  /** Stable, for programs: one of the codes in app/base/errors.ts. */
  readonly code: string
  /** One sentence for people: what, and where. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
  /** The provider's or the system's own words, one click away. */
  readonly detail?: string
  /** For a terminal: what mends it. The hint says it in words. */
  readonly command?: string
  /** The file it is about. The next request has to name it: PASSPHRASE_NEEDED, IDENTITY_NEEDED. */
  readonly path?: string
  /** The one of the answers given that it is about, by its name in config.json or in the form: "redirect", "secret". */
  readonly field?: string
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }
