import type { CommandEnd, CommandOptions, Commands, LineChannel } from '../../app/base/ports.ts'
import { channelPair } from '../../app/rpc/channel-pair.ts'

interface Run {
  readonly words: readonly string[]
  readonly input: Readonly<Record<string, unknown>>
  readonly env: Readonly<Record<string, string>>
  end(end: Partial<CommandEnd>): void
}

/** Commands that end well at once, or when a test says so. */
export class FakeCommands implements Commands {
  readonly runs: Run[] = []
  /** Those that were started and have not ended. */
  readonly under: Run[] = []
  /** Commands stay under way until a test ends them. */
  isSlow = false
  /** What each prints, by its first word. */
  readonly prints = new Map<
    string,
    (env: Run['env'], words: readonly string[]) => string | Partial<CommandEnd>
  >()

  /** Who answers a program that is spoken with, by its first word; nobody: it is not there. */
  readonly speakers = new Map<string, (channel: LineChannel) => void>()

  converse([program = '']: readonly string[]): LineChannel {
    const [ours, theirs] = channelPair()
    const speaker = this.speakers.get(program)
    if (speaker) speaker(theirs)
    else return { ...ours, send: () => false, closed: Promise.resolve({ why: 'is not there' }) }
    return ours
  }

  run(words: readonly string[], { input, env = {}, signal }: CommandOptions): Promise<CommandEnd> {
    return new Promise((resolve) => {
      const run: Run = {
        words,
        input: input === '' ? {} : JSON.parse(input),
        env,
        end: (end) => {
          this.under.splice(this.under.indexOf(run), 1)
          resolve({ code: 0, output: '', printed: '', ...end })
        },
      }
      this.runs.push(run)
      this.under.push(run)
      signal?.addEventListener('abort', () => run.end({ why: 'was stopped' }), { once: true })
      const said = this.prints.get(words[0] ?? '')?.(env, words)
      if (!this.isSlow) run.end(typeof said === 'string' ? { output: said, printed: said } : (said ?? {}))
    })
  }

  /** "needs-login acme:ada", in order. */
  get told(): readonly string[] {
    return this.runs.map(({ input }) => `${input['event']} ${input['profile']}`)
  }
}
