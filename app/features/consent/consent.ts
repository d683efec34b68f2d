/**
 * A person is asked before a program gets a token of a login for the first time: once, for an hour, always, never. Off
 * unless config.json says for which logins. Answers are kept in consent.json, so that every process goes by them.
 */
import { AppError } from '../../base/errors.ts'
import { shownLine } from '../../base/outside-text.ts'
import type { Ports } from '../../base/ports.ts'
import { shellWord } from '../../base/shell-word.ts'
import { withLock } from '../../base/with-lock.ts'
import { type ConsentRules, wantsConsent } from '../../config/consent-rules.ts'
import type {
  AskingProgram,
  ConsentAnswer,
  ConsentQuestionView,
  ConsentView,
} from '../../contract/consent.ts'
import { namesOf, type ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { labelOf } from '../../model/profile-view.ts'
import { type ConsentAsk, keyOf } from './consent-ask.ts'
import { type KeptAnswer, readConsent, writeConsent } from './consent-file.ts'
import { ConsentQuestions } from './consent-questions.ts'

const HOUR_MS = 60 * 60_000
const LOCK = 'consent'
const LOCK_WAIT_MS = 5_000
/** How long "once" waits for a program that did not wait for the answer. */
const ONCE_MS = 5 * 60_000

export interface ConsentDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>
  readonly profiles: ProfileRegistry
  readonly rules: () => ConsentRules
  readonly onQuestions: (open: readonly ConsentQuestionView[]) => void
  /** A person answered, or took an answer back. */
  readonly onAnswer: (program: AskingProgram) => void
}

export class Consent {
  readonly #deps: ConsentDeps
  readonly #questions: ConsentQuestions
  /** Allowed once, by somebody who answered after the program had gone: until when. */
  readonly #once = new Map<string, number>()

  constructor(deps: ConsentDeps) {
    this.#deps = deps
    this.#questions = new ConsentQuestions({ ...deps, accountOf: (login) => this.#accountOf(login) ?? login })
  }

  /** Whoever shows questions to a person says so; where nobody does, nobody is waited for. @returns no longer */
  attend(): () => void {
    return this.#questions.attend()
  }

  /** Answers count for no other login. @throws AppError PROFILE_UNKNOWN */
  isAskedAbout(login: string): boolean {
    return wantsConsent(this.#deps.rules(), () => this.#namesOf(login))
  }

  /** Waits some seconds for a person. @throws AppError CONSENT_NEEDED, HOST_REFUSED for "never", HOST_GONE */
  async assertAllowed(ask: ConsentAsk): Promise<void> {
    if (!this.isAskedAbout(ask.login)) return
    const kept = await this.#kept(ask)
    if (kept ? kept.isAllowed : this.#takeOnce(ask)) return
    if (kept) throw refusal(ask)
    const answer = await this.#questions.ask(ask, async () => {
      const given = await this.#kept(ask) // in another process: lamplighter allow
      return given && (given.isAllowed ? 'always' : 'never')
    })
    if (answer === 'never') throw refusal(ask)
    if (ask.signal?.aborted) throw new AppError('HOST_GONE', 'The program did not wait for an answer.')
    if (answer === undefined) throw needed(ask, this.#questions.isAttended)
  }

  /** For what a person has set up themselves: they allowed it by that. @throws AppError HOST_REFUSED for "never" */
  async assertNotRefused(ask: ConsentAsk): Promise<void> {
    if (!this.isAskedAbout(ask.login)) return
    const kept = await this.#kept(ask)
    if (kept && !kept.isAllowed) throw refusal(ask)
  }

  /** A person sets up that a program uses a login: that is their answer. @throws AppError HOST_REFUSED where it was "never" */
  async allowSetUp(program: AskingProgram, login: string): Promise<void> {
    await this.assertNotRefused({ program, login })
    if (this.isAskedAbout(login) && !(await this.#kept({ program, login })))
      await this.#keep(program, login, true)
  }

  questions(): readonly ConsentQuestionView[] {
    return this.#questions.list()
  }

  /** @throws AppError ARGUMENT_INVALID where nobody asks that any more, STORE_LOCKED, STORE_UNWRITABLE */
  async answer(questionId: string, answer: ConsentAnswer): Promise<void> {
    const { program, login } = this.#questions.find(questionId)
    if (answer === 'hour') await this.#keep(program, login, true, HOUR_MS)
    else if (answer !== 'once') await this.#keep(program, login, answer === 'always')
    const heard = this.#questions.settle(questionId, answer)
    if (answer === 'once' && heard === 0) {
      this.#once.set(keyOf({ program, login }), this.#deps.ports.clock.now() + ONCE_MS)
    }
  }

  /** The latest first. @throws AppError STORE_UNREADABLE, CONFIG_INVALID */
  async list(): Promise<readonly ConsentView[]> {
    return (await this.#holding()).toReversed().map((one) => {
      const account = this.#accountOf(one.login)
      return { ...one, ...(account === undefined ? {} : { account }) }
    })
  }

  /** @param forMs absent: until it is taken back. @throws AppError PROFILE_UNKNOWN, STORE_LOCKED, STORE_UNWRITABLE */
  async set(program: AskingProgram, name: string, isAllowed: boolean, forMs?: number): Promise<void> {
    await this.#keep(program, this.#deps.profiles.find(name).id, isAllowed, forMs)
  }

  /** The program is asked about again. @returns false when there was no answer. @throws AppError STORE_LOCKED, STORE_UNWRITABLE */
  async takeBack(program: AskingProgram, login: string): Promise<boolean> {
    const key = keyOf({ program, login })
    this.#once.delete(key)
    let isThere = false
    await this.#change(program, (answers) => {
      const others = answers.filter((one) => keyOf(one) !== key)
      isThere = others.length < answers.length
      return others
    })
    return isThere
  }

  close(): void {
    this.#questions.close()
  }

  async #kept(ask: ConsentAsk): Promise<KeptAnswer | undefined> {
    const key = keyOf(ask)
    return (await this.#holding()).find((one) => keyOf(one) === key)
  }

  /** Where a clock was set back, an answer "for an hour" is no longer one. */
  async #holding(): Promise<readonly KeptAnswer[]> {
    const nowMs = this.#deps.ports.clock.now()
    return (await readConsent(this.#deps.ports)).filter(
      ({ untilMs, atMs }) => untilMs === undefined || (nowMs < untilMs && atMs <= nowMs),
    )
  }

  async #keep(program: AskingProgram, login: string, isAllowed: boolean, forMs?: number): Promise<void> {
    const atMs = this.#deps.ports.clock.now()
    const kept: KeptAnswer = {
      program: { name: shownLine(program.name), isKnown: program.isKnown },
      login,
      isAllowed,
      ...(forMs === undefined ? {} : { untilMs: atMs + forMs }),
      atMs,
    }
    await this.#change(program, (answers) => [...answers.filter((one) => keyOf(one) !== keyOf(kept)), kept])
  }

  async #change(
    program: AskingProgram,
    change: (answers: readonly KeptAnswer[]) => readonly KeptAnswer[],
  ): Promise<void> {
    const { ports, onAnswer } = this.#deps
    await withLock(ports, LOCK, LOCK_WAIT_MS, async () => writeConsent(ports, change(await this.#holding())))
    onAnswer(program)
  }

  #takeOnce(ask: ConsentAsk): boolean {
    const key = keyOf(ask)
    const untilMs = this.#once.get(key)
    this.#once.delete(key)
    return untilMs !== undefined && this.#deps.ports.clock.now() < untilMs
  }

  #accountOf(login: string): string | undefined {
    const profile = this.#deps.profiles.snapshot.profiles.get(login)
    return profile && labelOf(profile)
  }

  #namesOf(login: string): readonly string[] {
    return [login, ...namesOf(this.#deps.profiles.find(login))]
  }
}

function refusal({ program, login }: ConsentAsk): AppError {
  return new AppError(
    'HOST_REFUSED',
    `"${program.name}" is given no token of ${login}: a person said never.`,
    {
      hint: `To take that back: lamplighter allow ${shellWord(program.name)} ${shellWord(login)} --drop`,
    },
  )
}

function needed({ program, login }: ConsentAsk, isAttended: boolean): AppError {
  const command = `lamplighter allow ${shellWord(program.name)} ${shellWord(login)}`
  return new AppError('CONSENT_NEEDED', `Somebody has to allow "${program.name}" to use ${login} first.`, {
    hint: isAttended ? `Answer in Lamplighter’s window, or: ${command}` : `To allow it: ${command}`,
  })
}
