/** What a person is asked before a program gets a token of a login for the first time, and what they answered. */

/** Whoever asks for a token. */
export interface AskingProgram {
  /** As it calls itself, or the whole path of what runs, where that is known. */
  readonly name: string
  /** Learned from the system (the session bus tells it), not merely said. */
  readonly isKnown: boolean
}

export type ConsentAnswer = 'once' | 'hour' | 'always' | 'never'

/** In the order in which they are offered. */
export const CONSENT_CHOICES: readonly { readonly answer: ConsentAnswer; readonly label: string }[] = [
  { answer: 'once', label: 'Once' },
  { answer: 'hour', label: 'For an hour' },
  { answer: 'always', label: 'Always' },
  { answer: 'never', label: 'Never' },
]

export interface ConsentQuestionView {
  readonly id: string
  readonly program: AskingProgram
  readonly login: string
  readonly account: string
  /** What it asked by: "git https://git.example.test"; absent where it named the login. */
  readonly use?: string
  readonly sinceMs: number
}

/** An answer that holds until its time is up, or a person takes it back. */
export interface ConsentView {
  readonly program: AskingProgram
  readonly login: string
  /** Absent where the login is gone. */
  readonly account?: string
  readonly isAllowed: boolean
  /** Absent: always, or never. */
  readonly untilMs?: number
  readonly atMs: number
}
