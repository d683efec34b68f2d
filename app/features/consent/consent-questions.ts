/** Questions to a person that are open: who waits for them, and for how long. In memory alone. */
import { AppError } from '../../base/errors.ts'
import { shownLine } from '../../base/outside-text.ts'
import type { Ports, Unwatch } from '../../base/ports.ts'
import { sleepUntil } from '../../base/sleep-until.ts'
import type { ConsentAnswer, ConsentQuestionView } from '../../contract/consent.ts'
import { type ConsentAsk, keyOf } from './consent-ask.ts'

/** Long enough to find the window and read; less than what calls on the session bus (25 s) and hosts (35 s) wait. */
export const ANSWER_WITHIN_MS = 20_000
/** Programs ask again at once (`lamplighter token` does, with all of itself loaded): the wait was long enough. */
const NO_SECOND_WAIT_MS = 5_000
/** A question that nobody answered: the program asks again. */
const OPEN_MS = 60 * 60_000
/** A program that gives itself another name each time shall not bury the person in questions. */
const MOST_OPEN = 20

export interface ConsentQuestionsDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'paths' | 'random'>
  readonly onQuestions: (open: readonly ConsentQuestionView[]) => void
  readonly accountOf: (login: string) => string
}

interface Question {
  readonly view: ConsentQuestionView
  readonly waiting: Set<(answer: ConsentAnswer | undefined) => void>
  /** An answer that another process wrote down. */
  readonly elsewhere: () => Promise<ConsentAnswer | undefined>
  readonly over: AbortController
  /** When somebody waited in vain. */
  lateAtMs?: number
}

export class ConsentQuestions {
  readonly #deps: ConsentQuestionsDeps
  readonly #open = new Map<string, Question>()
  #attending = 0
  #unwatch: Unwatch | undefined

  constructor(deps: ConsentQuestionsDeps) {
    this.#deps = deps
  }

  get isAttended(): boolean {
    return this.#attending > 0
  }

  attend(): () => void {
    this.#attending++
    return () => {
      this.#attending--
    }
  }

  list(): readonly ConsentQuestionView[] {
    return [...this.#open.values()].map(({ view }) => view)
  }

  /** @returns undefined when nobody answered in time, or nobody can be asked */
  async ask(
    ask: ConsentAsk,
    elsewhere: () => Promise<ConsentAnswer | undefined>,
  ): Promise<ConsentAnswer | undefined> {
    const question = this.#open.get(keyOf(ask)) ?? this.#begin(ask, elsewhere)
    if (!question || this.#wasWaitedFor(question)) return undefined
    let resolve: (answer: ConsentAnswer | undefined) => void = () => undefined
    const answered = new Promise<ConsentAnswer | undefined>((given) => {
      resolve = given
    })
    question.waiting.add(resolve)
    const done = new AbortController()
    const end = AbortSignal.any([done.signal, ...(ask.signal ? [ask.signal] : [])])
    try {
      const late = this.#deps.ports.clock.sleep(ANSWER_WITHIN_MS, end).then(() => undefined)
      const answer = await Promise.race([answered, late])
      if (answer === undefined && !ask.signal?.aborted) question.lateAtMs = this.#deps.ports.clock.now()
      return answer
    } finally {
      done.abort()
      question.waiting.delete(resolve)
    }
  }

  /** @throws AppError ARGUMENT_INVALID */
  find(id: string): ConsentQuestionView {
    const found = this.list().find((one) => one.id === id)
    if (found) return found
    throw new AppError('ARGUMENT_INVALID', 'This question is no longer open.', {
      hint: 'It was answered elsewhere, or nobody answered for an hour. The program can ask again.',
    })
  }

  /** @returns how many heard it */
  settle(id: string, answer: ConsentAnswer | undefined): number {
    for (const [key, question] of this.#open) {
      if (question.view.id !== id) continue
      const heard = question.waiting.size
      for (const resolve of question.waiting) resolve(answer)
      question.over.abort()
      this.#open.delete(key)
      this.#changed()
      return heard
    }
    return 0
  }

  close(): void {
    for (const { view } of [...this.#open.values()]) this.settle(view.id, undefined)
  }

  #wasWaitedFor({ lateAtMs }: Question): boolean {
    return lateAtMs !== undefined && Math.abs(this.#deps.ports.clock.now() - lateAtMs) < NO_SECOND_WAIT_MS
  }

  #begin(ask: ConsentAsk, elsewhere: Question['elsewhere']): Question | undefined {
    if (!this.isAttended || this.#open.size >= MOST_OPEN) return undefined
    const { clock, random } = this.#deps.ports
    const view: ConsentQuestionView = {
      id: random.token(9),
      program: { name: shownLine(ask.program.name), isKnown: ask.program.isKnown },
      login: ask.login,
      account: this.#deps.accountOf(ask.login),
      ...(ask.use === undefined ? {} : { use: shownLine(ask.use) }),
      sinceMs: clock.now(),
    }
    const question: Question = { view, waiting: new Set(), elsewhere, over: new AbortController() }
    this.#open.set(keyOf(ask), question)
    this.#changed()
    void sleepUntil(clock, view.sinceMs + OPEN_MS, question.over.signal).then(() =>
      this.settle(view.id, undefined),
    )
    return question
  }

  #changed(): void {
    const { files, paths } = this.#deps.ports
    if (this.#open.size === 0) {
      this.#unwatch?.()
      this.#unwatch = undefined
    } else this.#unwatch ??= files.watch(paths.state, () => void this.#look())
    this.#deps.onQuestions(this.list())
  }

  async #look(): Promise<void> {
    for (const { view, elsewhere } of [...this.#open.values()]) {
      const answer = await elsewhere().catch(() => undefined) // whoever asks meets the same trouble, and says it
      if (answer !== undefined) this.settle(view.id, answer)
    }
  }
}
