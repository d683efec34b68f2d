export interface Lemonldap {
  /** The folder of its pages. */
  readonly templates: string
  /** This version can make each refresh token good for one use. */
  readonly rotates: boolean
  readonly env: Readonly<Record<string, string>>
}

export function findLemonldap(): Promise<Lemonldap | { readonly why: string }>
