/**
 * A login that was moved to another machine stays usable in its program's file, with its access token and, in the place of
 * the refresh token, a text that says who has it. The program wants some text there; to a provider this one means nothing. Pure.
 */
import { keeperCalled } from '../../model/keeper-name.ts'

const BEFORE = '<kept by Lamplighter on '
const AFTER = '>'

/** What stands where the refresh token was. @param name what a person calls the machine that has it */
export function movedMarker(name: string): string {
  return `${BEFORE}${keeperCalled(name)}${AFTER}`
}

/** The machine that is named in the place of a refresh token. */
export function keeperIn(refresh: string | undefined): string | undefined {
  if (!refresh?.startsWith(BEFORE) || !refresh.endsWith(AFTER)) return undefined
  return refresh.slice(BEFORE.length, -AFTER.length).trim() || undefined
}
