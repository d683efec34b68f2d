/** What a person says of programs in config.json. */
import type { StoreId } from '../../model/holder.ts'
import type { TimeUnit } from './fields.ts'

/** Members are named by their way through the file: "auth.access_token". */
export interface DescribedFile {
  /** Its name in config.json: "my-tool". */
  readonly id: string
  /** "My tool" */
  readonly name?: string | undefined
  /** Absolute, or from "~" on. */
  readonly path: string
  readonly provider?: string | undefined
  readonly accessToken: string
  readonly refreshToken?: string | undefined
  /** Absent: the `exp` of a token that is a JWT. */
  readonly expiresAt?: string | undefined
  readonly unit?: TimeUnit | undefined
  readonly account?: string | undefined
  /** The owner's command that refreshes; absent: it is watched. */
  readonly refresh?: readonly string[] | undefined
  readonly login?: readonly string[] | undefined
}

export interface ProgramChoices {
  /** May this program be asked to refresh its login, where it is not without a wish? */
  mayRefresh(id: StoreId): boolean
  /** Are its logins left to it, and only counted down, although we could refresh them or ask for it? */
  leaves(id: StoreId): boolean
  /** May the person's system ask them before this program's login is read from its keychain? */
  mayAskKeychain(id: StoreId): boolean
  /** Files of programs that Lamplighter does not know. */
  described(): readonly DescribedFile[]
}

/** Nobody said anything. */
export const NO_CHOICES: ProgramChoices = {
  mayRefresh: () => false,
  leaves: () => false,
  mayAskKeychain: () => false,
  described: () => [],
}
