/** `lamplighter import PATH`: the comparison is shown, then a person or --yes says whether it is written. */

import { resolve } from 'node:path'
import { AppError } from '../../base/errors.ts'
import { shown } from '../../base/outside-text.ts'
import type { ImportPlanView } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { type Io, printJson } from '../io/command.ts'
import { confirmed } from '../io/confirm.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import { givenPassphrase, sayDeriving, WHERE_HINT, withTypedPassphrase } from '../io/passphrase.ts'
import { chosenRows } from './import-choice.ts'
import type { ImportFlags } from './import-flags.ts'
import { exitCodeOfResult, planJson, printPlan, printResult } from './import-print.ts'

export async function importFile(
  core: Core,
  [file, ...names]: readonly string[],
  flags: ImportFlags,
  io: Io,
): Promise<ExitCode> {
  if (file === undefined) {
    throw new AppError('ARGUMENT_INVALID', 'Say which file or folder to import from.', {
      hint: 'Another machine’s auth-profiles.json or .openclaw folder, or a file that Lamplighter exported.',
    })
  }
  const plan = await planOf(core, resolve(file), flags, io)
  const chosen = chosenRows(plan, names, flags)
  const ids = chosen.map(({ id }) => id)
  if (!flags.json) printPlan(plan, new Set(ids), io)
  if (
    flags.dryRun ||
    chosen.length === 0 ||
    !(await confirmed(questionFor(plan, chosen.length), flags.yes, io))
  ) {
    if (flags.json) printJson(io, { plan: planJson(plan), chosen: ids })
    else if (chosen.length === 0) io.out('Nothing to bring over: what is here stays as it is.')
    else io.out('Nothing was written.')
    return EXIT.ok
  }
  const result = await core.imports.apply(plan.id, ids)
  if (flags.json) printJson(io, { plan: planJson(plan), chosen: ids, result })
  else printResult(result, io)
  return exitCodeOfResult(result)
}

async function planOf(core: Core, path: string, flags: ImportFlags, io: Io): Promise<ImportPlanView> {
  const identity = flags.identity === undefined ? undefined : resolve(flags.identity)
  const attempt = (passphrase?: string): Promise<ImportPlanView> =>
    core.imports.plan(path, passphrase, identity)
  try {
    const passphrase = await givenPassphrase(flags, io)
    if (passphrase !== undefined) sayDeriving(io)
    return await attempt(passphrase)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'IDENTITY_NEEDED' && identity === undefined) {
      throw withHint(error, `${error.hint ?? ''} Name it with --identity FILE.`.trimStart())
    }
    if (error.code !== 'PASSPHRASE_NEEDED' || hasPassphrase(flags)) throw error
    if (!io.terminal) throw withHint(error, WHERE_HINT)
    return withTypedPassphrase(io.terminal, `${shown(error.message)} Passphrase: `, attempt, io)
  }
}

function hasPassphrase({ passphraseFile, passphraseStdin }: ImportFlags): boolean {
  return passphraseFile !== undefined || passphraseStdin
}

function withHint(error: AppError, hint: string): AppError {
  const { path, cause } = error
  return new AppError(error.code, error.message, { cause, hint, ...(path === undefined ? {} : { path }) })
}

function questionFor(plan: ImportPlanView, count: number): string {
  return `Bring ${count === 1 ? '1 login' : `${count} logins`} over from ${plan.path}?`
}
