/** What makes the logins here less safe than they could be, and what mends it. */

export interface SecurityFindingView {
  /** The same for as long as it is the same thing. */
  readonly id: string
  /**
   * `open`: others can read what is secret. `changeable`: others can change config.json. `copy`: an old copy holds tokens
   * in the clear. `keychain`: tokens are in a file, and their program could keep them in a keychain.
   */
  readonly kind: 'open' | 'changeable' | 'copy' | 'keychain'
  readonly path: string
  /** One sentence. */
  readonly what: string
  /** What to do, in words; the command is part of it where there is one. */
  readonly todo: string
  /** For a terminal. */
  readonly command?: string
  /** Lamplighter can do it, and take it back. */
  readonly canMend?: true
}
