export interface Check {
  readonly name: string
  run(place: { readonly folder: string; readonly home: string }): Promise<void>
}

export const CHECKS: readonly Check[]
export function perform(check: Check, folder: string): Promise<void>
export function unpack(archive: string, into: string): Promise<string>
