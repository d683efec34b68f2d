/** What a service runs. */

/** What is started: absolute, with the variables that decide where Lamplighter finds things. */
export interface ServiceCommand {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
}
