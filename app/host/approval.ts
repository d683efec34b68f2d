/** Which programs get which tokens over the socket. Pure. */
import { AppError } from '../errors.ts'

/** The member `consumers` of config.json. */
export interface ConsumerRules {
  /** Ids of the profiles that are handed out to approved programs only. */
  readonly approve?: readonly string[] | undefined
  /** By profile id: names of programs, as they call themselves. */
  readonly approved?: Readonly<Record<string, readonly string[]>> | undefined
}

/**
 * A name is what a program says of itself: this keeps apart programs that mean well, not ones that mean harm.
 * @throws AppError HOST_REFUSED
 */
export function assertApproved(rules: ConsumerRules, profileId: string, program: string): void {
  if (!rules.approve?.includes(profileId)) return
  const { approved = {} } = rules
  if (Object.hasOwn(approved, profileId) && approved[profileId]?.includes(program)) return
  throw new AppError('HOST_REFUSED', `"${program}" is not approved for ${profileId}.`, {
    hint: `To approve it, add "${program}" to consumers.approved["${profileId}"] in config.json.`,
  })
}
