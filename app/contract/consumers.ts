/** Programs that are given tokens, as a person sees them: which there are, what connects them, and what they asked for. */
import type { ConsentView } from './consent.ts'
import type { Failure } from './failure.ts'

/** Something to be said before a program can be connected. */
export interface ConsumerQuestion {
  /** "server", as the command line's usage has it. */
  readonly name: string
  /** "Which server, or which part of it?" */
  readonly label: string
  readonly example: string
  /** What its own files say. */
  readonly choices: readonly string[]
}

/** A program that Lamplighter can connect. */
export interface ConsumerView {
  /** "git", as the command line takes it. */
  readonly id: string
  readonly name: string
  /** "clones, fetches and pushes over https" */
  readonly gains: string
  /** Where it was found; absent: nowhere on this machine. */
  readonly foundAt?: string
  readonly questions: readonly ConsumerQuestion[]
}

export interface ConnectRequest {
  readonly consumer: string
  /** Any name of the login. */
  readonly login: string
  /** In the order of the questions. */
  readonly answers: readonly string[]
}

/** What one file gets. What else stands in it is nobody's business, so it is not shown. */
export interface WrittenLinesView {
  readonly path: string
  /** It is not there yet. */
  readonly isNew: boolean
  /** "in [profile dev]", where it is not the end. */
  readonly where?: string
  readonly lines: readonly string[]
}

export interface ConnectPlanView {
  /** Another one as soon as a file is another. */
  readonly id: string
  readonly consumer: string
  readonly name: string
  readonly login: string
  readonly account: string
  /** What the login becomes known to be for. */
  readonly use: string
  readonly files: readonly WrittenLinesView[]
  /** What a person has to know or do beside that. */
  readonly notes: readonly string[]
}

export interface ConnectionView {
  readonly id: string
  readonly consumer: string
  readonly name: string
  readonly login: string
  /** Absent where the login is gone. */
  readonly account?: string
  readonly use: string
  /** What was said when it was connected, in the order of the questions. */
  readonly answers: readonly string[]
  /** What it is called where it asks: "lamplighter helper git"; of one that reads a file: "kept file PATH". */
  readonly asksAs: string
  /** A person gives it nothing of this login. */
  readonly isWithheld: boolean
  readonly sinceMs: number
  /** The file with the token in it, where it reads one and asks nobody. */
  readonly keeps?: string
  readonly files: readonly (WrittenLinesView & {
    /** `gone`: somebody took them out. `changed`: they are there and not as they were written. */
    readonly state: 'there' | 'changed' | 'gone'
  })[]
}

/** A dry request, as the program itself makes it. */
export interface ProofView {
  readonly isProven: boolean
  /** "git asked for a token and was given one." */
  readonly message: string
  readonly tookMs: number
  /** What it said, where it was given none. */
  readonly detail?: string
}

export interface ConnectResultView {
  readonly connection: ConnectionView
  readonly proof: ProofView
}

export interface DisconnectView {
  readonly files: readonly {
    readonly path: string
    /** As before, to the byte; without our lines; taken away, since it was ours; or nothing of ours was left in it. */
    readonly became: 'as-before' | 'without-ours' | 'removed' | 'untouched'
  }[]
}

/** Which program asked for which login's token, and what came of it. */
export interface AskerView {
  /** As it calls itself: "lamplighter helper git", "nightly-report"; or the path of what runs. */
  readonly program: string
  /** The system told who it is. */
  readonly isKnown?: true
  readonly login: string
  /** Absent where the login is gone. */
  readonly account?: string
  /** What it asked by: "git https://git.example.test"; absent where it named the login. */
  readonly use?: string
  readonly times: number
  /** In each of the last 24 hours, the oldest first. */
  readonly byHour: readonly number[]
  readonly lastAtMs: number
  readonly refusedTimes: number
  readonly lastRefusal?: Failure & { readonly atMs: number }
  readonly isWithheld: boolean
}

/** A file with a token in it, which is kept fresh for whoever reads it. */
export interface KeptFileView {
  readonly path: string
  /** Its readers, as rules and answers call them: "kept file /home/ada/run/api.token". */
  readonly program: string
  readonly login: string
  /** Absent where the login is gone. */
  readonly account?: string
  /** A person gives it nothing of this login: it is taken away, or empty. */
  readonly isWithheld: boolean
}

export interface ProgramsView {
  readonly consumers: readonly ConsumerView[]
  readonly connections: readonly ConnectionView[]
  /** The latest first. */
  readonly askers: readonly AskerView[]
  readonly keptFiles: readonly KeptFileView[]
  /** What a person answered when programs asked for the first time; the latest first. */
  readonly answers: readonly ConsentView[]
}
