import type { CommandEnd, CommandOptions, Commands } from '../../app/base/ports.ts'

interface Run {
  readonly words: readonly string[]
  readonly input: Readonly<Record<string, unknown>>
  end(end: Partial<CommandEnd>): void
}

/** Commands that end well at once, or when a test says so. */
export class FakeCommands implements Commands {
  readonly runs: Run[] = []
  /** Those that were started and have not ended. */
  readonly under: Run[] = []
  /** Commands stay under way until a test ends them. */
  isSlow = false

  run(words: readonly string[], { input, signal }: CommandOptions): Promise<CommandEnd> {
    return new Promise((resolve) => {
      const run: Run = {
        words,
        input: JSON.parse(input),
        end: (end) => {
          this.under.splice(this.under.indexOf(run), 1)
          resolve({ code: 0, output: '', ...end })
        },
      }
      this.runs.push(run)
      this.under.push(run)
      signal?.addEventListener('abort', () => run.end({ why: 'was stopped' }), { once: true })
      if (!this.isSlow) run.end({})
    })
  }

  /** "needs-login acme:ada", in order. */
  get told(): readonly string[] {
    return this.runs.map(({ input }) => `${input['event']} ${input['profile']}`)
  }
}
