/** A program that takes tokens from a helper of ours: where its settings are, and what has to stand in them. Mostly data. */
import type { Process } from '../../base/ports.ts'
import type { KeptFile } from '../../config/kept-file.ts'
import type { Edit } from './edit.ts'

export interface Question {
  readonly name: string
  readonly label: string
  readonly example: string
  /** What its file says. */
  readonly choices?: (text: string) => readonly string[]
}

/** The machine as far as settings depend on it. */
export interface Around {
  readonly platform: Process['platform']
  readonly home: string
  readonly env: (name: string) => string | undefined
  readonly find: (command: string) => string | undefined
  /** The person's own commands. */
  readonly bin: string
  /** Where files with tokens in them are kept fresh. */
  readonly kept: string
  /** The words that start `lamplighter`. */
  readonly own: readonly string[]
}

export interface Asked {
  /** By the name of the question. */
  readonly said: Readonly<Record<string, string>>
  /** Its file of settings, and what stands in it; '' where there is none. */
  readonly path: string
  readonly text: string
  readonly around: Around
}

export interface Lack {
  readonly says: RegExp
  /** "AWS knows no region to ask in." */
  readonly message: string
  readonly todo: string
}

/** A request as the program itself makes it, and nothing else of the program's work. */
export interface Proof {
  readonly words: readonly string[]
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** In what it prints where it was given a token. */
  readonly shows: RegExp
  /** What else it lacks than a token, by what it says then. */
  readonly lacks?: readonly Lack[]
}

export interface Consumer {
  readonly id: string
  readonly name: string
  readonly gains: string
  /** Found by any of these. */
  readonly commands: readonly string[]
  readonly questions: readonly Question[]
  /** Its file of settings: the first that is there, else the first. */
  readonly places: (around: Omit<Around, 'own'>) => readonly (string | undefined)[]
  /** What it asks for, as `lamplighter use` has it. */
  readonly use: (said: Asked['said'], text: string) => string
  /** The file that it reads the token from, where it asks no command. */
  readonly keeps?: (asked: Asked) => Omit<KeptFile, 'login'>
  /** What our command line calls itself when this program asks, where it asks. */
  readonly helper?: string | ((said: Asked['said']) => string)
  /** Before anything else is asked of it. @throws AppError ARGUMENT_INVALID: what it shall be connected for is not there */
  readonly check?: (asked: Asked) => void
  readonly edits: (asked: Asked) => readonly Edit[]
  readonly proof: (asked: Asked) => Proof
  readonly notes?: (asked: Asked) => readonly string[]
}

/** The helper itself, where the program has no request of its own that costs nothing. */
export function helperProof(
  { around }: Asked,
  words: readonly string[],
  more: Partial<Omit<Proof, 'words'>> = {},
): Proof {
  const { shows = /\S/, ...rest } = more
  return { words: [...around.own, 'helper', ...words], shows, ...rest }
}
