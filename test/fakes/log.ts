import type { Log } from '../../app/base/ports.ts'

export interface LogLine {
  readonly level: 'info' | 'warn'
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

export class FakeLog implements Log {
  readonly lines: LogLine[] = []

  info(message: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'info', message, fields })
  }

  warn(message: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'warn', message, fields })
  }

  get warnings(): readonly string[] {
    return this.lines.filter((line) => line.level === 'warn').map((line) => line.message)
  }

  /** Everything that was said, for canaries. */
  text(): string {
    return this.lines.map((line) => `${line.message} ${JSON.stringify(line.fields)}`).join('\n')
  }
}
