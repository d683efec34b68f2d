/** What every helper is handed, and how it answers. */

import { AppError } from '../../base/errors.ts'
import type { Http } from '../../base/ports.ts'
import type { HostCalls, Purpose, TokenForResult } from '../../rpc/protocol.ts'
import type { ExitCode } from '../io/exit-codes.ts'

type Name = 'loginFor' | 'tokenFor' | 'report401'

/** A running host, or this very process where none runs. @throws AppError as the core does */
export type Ask = <N extends Name>(name: N, params: HostCalls[N]['params']) => Promise<HostCalls[N]['result']>

export interface Asked {
  /** What the program says on the command line. */
  readonly words: readonly string[]
  readonly env: (name: string) => string | undefined
  /** Standard input, to its end. */
  readonly input: () => Promise<string>
  /** Where the program works. */
  readonly folder: string
  /** The program's process. */
  readonly asker: number
  readonly out: (line: string) => void
  readonly ask: Ask
  /** For what has to be exchanged first. Absent in the short way. */
  readonly http?: Http
}

export interface Helper {
  readonly name: string
  readonly usage: string
  /** @throws AppError: told on standard error, as every command does */
  answer(asked: Asked): Promise<ExitCode>
}

/** Where the protocol has no word for "none". @throws AppError PROFILE_UNKNOWN */
export function found(token: TokenForResult | null, { use: [kind = '', ...words] }: Purpose): TokenForResult {
  if (token) return token
  const use = [kind, ...words].join(' ')
  throw new AppError('PROFILE_UNKNOWN', `No login is for "${use}".`, {
    hint: `Say which one is: lamplighter use LOGIN ${use}`,
  })
}

/** @throws AppError ARGUMENT_INVALID: the program did not say it */
export function given(value: string | undefined, what: string, { name, usage }: Helper): string {
  if (value) return value
  throw new AppError('ARGUMENT_INVALID', `"helper ${name}" was not told ${what}.`, {
    hint: `lamplighter helper ${usage}`,
  })
}
