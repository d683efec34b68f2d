/** Which logins are handed to a program only after a person has allowed it, as config.json says. Pure. */

/** The member `consent` of config.json. */
export interface ConsentRules {
  /** Every login, those to come included. */
  readonly all?: boolean | undefined
  /** These, by any of their names. */
  readonly logins?: readonly string[] | undefined
}

/** @param namesOf everything that may name the login; asked only where some are chosen */
export function wantsConsent(
  { all = false, logins = [] }: ConsentRules,
  namesOf: () => readonly string[],
): boolean {
  return all || (logins.length > 0 && namesOf().some((name) => logins.includes(name)))
}
