/** Client ids and secrets that a person keeps in the environment. Pure. */

export type Env = (name: string) => string | undefined

/** The first of these names that is set to something. */
export function firstSet(names: readonly string[] | undefined, env: Env): string | undefined {
  return names?.map((name) => env(name)?.trim()).find((value) => value !== undefined && value !== '')
}
