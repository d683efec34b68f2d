/** One program that asks for one login. */
import { shownLine } from '../../base/outside-text.ts'
import type { AskingProgram } from '../../contract/consent.ts'

export interface ConsentAsk {
  readonly program: AskingProgram
  /** The profile's id. */
  readonly login: string
  readonly use?: string | undefined
  /** Whoever asks went away. */
  readonly signal?: AbortSignal | undefined
}

/** A path that is only said is not the program that runs from there. */
export function keyOf({ program, login }: Pick<ConsentAsk, 'program' | 'login'>): string {
  return JSON.stringify([shownLine(program.name), program.isKnown, login])
}

/** Whoever types a name means what runs from there, a door, a kept file, or what calls itself so. */
export function programCalled(name: string): AskingProgram {
  return { name, isKnown: ['/', DOOR, KEPT].some((beginning) => name.startsWith(beginning)) }
}

const DOOR = 'door '
const KEPT = 'kept file '

/** Whoever reads a file that we keep: where it lies, Lamplighter knows. */
export function readerOf(path: string): AskingProgram {
  return { name: `${KEPT}${path}`, isKnown: true }
}

/** A guest at a door: which one, Lamplighter knows. */
export function guestOf(door: string): AskingProgram {
  return { name: `${DOOR}${door}`, isKnown: true }
}
