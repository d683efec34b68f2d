/** A plan and a result in lines, and what a script learns from them. */

import { AppError, type ErrorCode } from '../../base/errors.ts'
import type { ImportPlanView, ImportResultView, ImportVerdict } from '../../contract/views.ts'
import { type Io, isoOrNull } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT, type ExitCode, exitCodeOf, worstOf } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'
import { explanations } from '../io/wrap.ts'

const WORDS: Readonly<Record<ImportVerdict, string>> = {
  new: 'new',
  newer: 'newer',
  older: 'older',
  same: 'same',
  'other-account': 'other account',
  expired: 'expired',
  fork: 'fork',
  unreadable: 'unreadable',
}

export function printPlan(plan: ImportPlanView, chosen: ReadonlySet<string>, io: Io): void {
  const by = plan.kind === 'openclaw' ? 'written by OpenClaw' : 'exported by Lamplighter'
  const count = plan.rows.length === 1 ? '1 login' : `${plan.rows.length} logins`
  io.out(`${count} in ${plan.path}, ${by}. Those with a * would be brought over.`)
  const rows = plan.rows.map(({ id, verdict, account, providerName, expiresAtMs, targets }) => [
    `${chosen.has(id) ? '*' : ' '} ${id}`,
    WORDS[verdict],
    account,
    providerName,
    expiresAtMs === undefined ? '' : lapses(expiresAtMs - io.now()),
    targets.length > 0 ? `-> ${targets.join(', ')}` : '',
  ])
  for (const line of table(rows, io.screen?.columns)) io.out(line)
  const explained = plan.rows.map(({ verdict, consequence }) => ({ word: WORDS[verdict], what: consequence }))
  for (const line of explanations(explained, io.screen?.columns)) io.out(line)
}

function lapses(ms: number): string {
  return ms > 0 ? `${inWords(ms)} left` : `expired ${inWords(ms)}`
}

export function planJson({ id, path, kind, rows }: ImportPlanView): Readonly<Record<string, unknown>> {
  const dated = rows.map(({ expiresAtMs, ...row }) => ({ ...row, expiresAt: isoOrNull(expiresAtMs) }))
  return { id, path, kind, rows: dated }
}

export function printResult(result: ImportResultView, io: Io): void {
  for (const { account, targets } of result.imported) io.out(`${account}: written to ${targets.join(', ')}`)
  if (result.imported.length === 0) io.out('Nothing was written.')
  printTroubles(result, io)
  if (result.imported.length > 0) io.out(`Undo with: lamplighter import --undo ${result.id}`)
}

export function printTroubles({ troubles, backup }: ImportResultView, io: Io): void {
  for (const { failure } of troubles) {
    io.err(failure.message)
    if (failure.hint) io.err(`  ${failure.hint}`)
  }
  io.out(`The files as they were, sealed, for 30 days: ${backup}`)
}

export function exitCodeOfResult({ troubles }: ImportResultView): ExitCode {
  if (troubles.length === 0) return EXIT.ok
  // A record of before may carry a code of before; such a one is no passing failure.
  return worstOf(troubles.map(({ failure }) => exitCodeOf(new AppError(failure.code as ErrorCode, ''))))
}
