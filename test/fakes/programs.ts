import type { Programs } from '../../app/base/ports.ts'

/** A machine with the commands that a test puts there. */
export class FakePrograms implements Programs {
  readonly installed = new Set<string>()
  /** Those that are elsewhere. */
  readonly at = new Map<string, string>()
  own: readonly string[] | undefined = ['/usr/bin/lamplighter']
  readonly bin = '/home/ada/.local/bin'

  find(command: string): string | undefined {
    return this.at.get(command) ?? (this.installed.has(command) ? `/usr/bin/${command}` : undefined)
  }
}
