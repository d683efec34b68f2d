export interface PackagedProgram {
  readonly pid: number
  stdout(): string
  stderr(): string
  /** Waits for a match in either. */
  said(pattern: RegExp): Promise<RegExpExecArray>
  /** The exit code; null after a signal. */
  readonly exited: Promise<number | null>
  stop(): Promise<number | null>
}

export function executableIn(folder: string): string
export function resourcesIn(folder: string): string
export function startPackaged(
  folder: string,
  options: {
    readonly home: string
    readonly args?: readonly string[]
    readonly env?: Readonly<Record<string, string | undefined>>
  },
): PackagedProgram
