/** Which programs get which tokens over the socket. Pure. */
import { AppError } from '../base/errors.ts'

/** The member `consumers` of config.json. */
export interface ConsumerRules {
  /** The logins that are handed out to approved programs only, by any of their names. */
  readonly approve?: readonly string[] | undefined
  /** By the name of a login: names of programs, as they call themselves. */
  readonly approved?: Readonly<Record<string, readonly string[]>> | undefined
  /** By the name of a login: names of programs that are given nothing of it, whatever else is said. */
  readonly withheld?: Readonly<Record<string, readonly string[]>> | undefined
}

export function isWithheld({ withheld }: ConsumerRules, names: readonly string[], program: string): boolean {
  return names.some((name) => withheld && Object.hasOwn(withheld, name) && withheld[name]?.includes(program))
}

/** @param namesOf everything that may name the login, its id included; asked only where there are rules */
function isRestricted({ approve = [] }: ConsumerRules, namesOf: () => readonly string[]): boolean {
  return approve.length > 0 && namesOf().some((name) => approve.includes(name))
}

/** @throws AppError HOST_REFUSED */
export function assertNotWithheld(
  rules: ConsumerRules,
  profileId: string,
  program: string,
  namesOf: () => readonly string[],
): void {
  if (!rules.withheld || !isWithheld(rules, namesOf(), program)) return
  throw new AppError(
    'HOST_REFUSED',
    `"${program}" is given no token of ${profileId}: a person withholds it.`,
    {
      hint: 'See Programs in the window, or consumers.withheld in config.json.',
    },
  )
}

/**
 * A name is what a program says of itself: this keeps apart programs that mean well, not ones that mean harm.
 * @throws AppError HOST_REFUSED
 */
export function assertApproved(
  rules: ConsumerRules,
  profileId: string,
  program: string,
  namesOf: () => readonly string[] = () => [profileId],
): void {
  assertNotWithheld(rules, profileId, program, namesOf)
  if (!isRestricted(rules, namesOf)) return
  const { approved = {} } = rules
  if (namesOf().some((name) => Object.hasOwn(approved, name) && approved[name]?.includes(program))) return
  throw new AppError('HOST_REFUSED', `"${program}" is not approved for ${profileId}.`, {
    hint: `To approve it, add "${program}" to consumers.approved["${profileId}"] in config.json.`,
  })
}
