export interface FoundPostgres {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}
export function findPostgres(wish?: {
  readonly installed?: boolean
}): Promise<FoundPostgres | { readonly why: string }>
