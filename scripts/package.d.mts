export interface Packaged {
  /** The program, ready to run. */
  readonly folder: string
  readonly archive: string | undefined
  /** The version in it. */
  readonly electron: string
  /** It is the one that releases are made of. */
  readonly isPinned: boolean
}

export function packageApp(options?: {
  readonly targets?: readonly ('dir' | 'tar.gz')[]
  readonly output?: string
}): Promise<Packaged>
