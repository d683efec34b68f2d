import type { OpenTerminal, Terminals } from '../../app/base/ports.ts'

interface Opened {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** As the command ends. */
  end(code: number): void
  isLeft: boolean
}

/** Terminal windows in which a test says what happens. */
export class FakeTerminals implements Terminals {
  readonly opened: Opened[] = []
  /** Undefined: there is none that could be opened. */
  name: string | undefined = 'GNOME Terminal'
  isOurs = false

  async open(words: Opened['words'], env: Opened['env']): Promise<OpenTerminal | undefined> {
    if (this.name === undefined) return undefined
    let end: (code: number) => void = () => undefined
    const ended = new Promise<number>((resolve) => {
      end = resolve
    })
    const one: Opened = { words, env, end, isLeft: false }
    this.opened.push(one)
    return {
      name: this.name,
      isOurs: this.isOurs,
      ended,
      async leave() {
        one.isLeft = true
      },
    }
  }
}
