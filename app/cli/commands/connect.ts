/** `lamplighter connect PROGRAM LOGIN …`: the lines are shown, then a person or --yes says whether they are written. */

import { AppError } from '../../base/errors.ts'
import type { ConnectPlanView, ConnectResultView, ConsumerView, ProofView } from '../../contract/consumers.ts'
import type { Core } from '../../core.ts'
import { command, type Io, printJson } from '../io/command.ts'
import { confirmed, YES_FLAG } from '../io/confirm.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'

export const connect = command({
  name: 'connect',
  usage: 'connect [PROGRAM LOGIN WHAT] [{dry-run}] [{yes}] [{json}] | connect PROGRAM {test} [{json}]',
  summary:
    'has a program take its tokens from here: shows the lines that its settings get, writes them, and makes a dry request; alone, which programs there are',
  examples: [
    'connect',
    'connect git ada@example.test https://git.example.test --dry-run',
    'connect aws ada@work.test dev arn:aws:iam::123456789012:role/dev',
    'connect git --test',
  ],
  words: { min: 0, max: 6 },
  flags: {
    'dry-run': { type: 'boolean', help: 'shows the lines, and writes nothing' },
    test: { type: 'boolean', help: 'makes the dry request of what is connected again' },
    ...YES_FLAG,
  },
  async run(core, [program, login, ...answers], flags, io) {
    if (program === undefined) return printAll(core, flags.json, io)
    if (flags.test) return testAll(core, program, flags.json, io)
    if (login === undefined) throw await usageOf(core, program)
    const request = { consumer: program, login, answers }
    const plan = await core.connections.plan(request)
    if (!flags.json) printPlan(plan, io)
    const isMeant = !flags.dryRun && (await confirmed('Write this?', flags.yes, io))
    if (!isMeant) {
      if (flags.json) printJson(io, { plan })
      else io.out('Nothing was written.')
      return EXIT.ok
    }
    const result = await core.connections.connect(request, plan.id)
    if (flags.json) printJson(io, { plan, ...result })
    else printResult(result, io)
    return exitOf(result.proof)
  },
})

async function printAll(core: Core, json: boolean, io: Io): Promise<ExitCode> {
  const consumers = await core.connections.consumers()
  const connections = await core.connections.list()
  if (json) {
    printJson(io, { consumers, connections })
    return EXIT.ok
  }
  if (connections.length > 0) {
    const rows = connections.map(({ consumer, account, login, use, files }) => [
      consumer,
      account ?? login,
      use,
      files.every(({ state }) => state === 'there') ? 'as written' : 'changed by hand since',
    ])
    for (const line of table([['CONNECTED', 'LOGIN', 'FOR', 'FILES'], ...rows])) io.out(line)
    io.out('')
  }
  const here = consumers.filter(({ foundAt }) => foundAt !== undefined)
  const rows = here.map(({ id, gains, foundAt = '' }) => [id, gains, foundAt])
  for (const line of table([['PROGRAM', 'WHAT FOR', 'FOUND AT'], ...rows])) io.out(line)
  const absent = consumers.filter(({ foundAt }) => foundAt === undefined).map(({ id }) => id)
  if (absent.length > 0) io.out(`Not found here: ${absent.join(', ')}`)
  return EXIT.ok
}

async function testAll(core: Core, program: string, json: boolean, io: Io): Promise<ExitCode> {
  const its = (await core.connections.list()).filter(({ consumer }) => consumer === program)
  if (its.length === 0) throw notConnected(program)
  const proofs: ProofView[] = []
  for (const { id, use } of its) {
    const proof = await core.connections.prove(id)
    proofs.push(proof)
    if (!json) printProof(proof, io, use)
  }
  if (json) printJson(io, { proofs })
  return proofs.every(({ isProven }) => isProven) ? EXIT.ok : EXIT.transient
}

function printPlan({ files, account, use, notes }: ConnectPlanView, io: Io): void {
  for (const { path, isNew, where, lines } of files) {
    io.out(`${path} ${isNew ? 'is made, with' : `gets${where === undefined ? '' : `, ${where}`}`}:`)
    for (const line of lines) io.out(`  + ${line.replaceAll('\t', '    ')}`)
  }
  io.out(`${account} is for: ${use}`)
  for (const note of notes) io.out(note)
}

function printResult({ connection: { consumer }, proof }: ConnectResultView, io: Io): void {
  io.out('Written. Each file is kept as it was before.')
  printProof(proof, io)
  io.out(`To take it out again: lamplighter disconnect ${consumer}`)
}

function printProof({ isProven, message, tookMs, detail }: ProofView, io: Io, use?: string): void {
  io.out(`${use === undefined ? '' : `${use}: `}${message}${isProven ? ` (${tookMs} ms)` : ''}`)
  if (detail) io.out(detail)
}

function exitOf({ isProven }: ProofView): ExitCode {
  return isProven ? EXIT.ok : EXIT.transient
}

/** What still has to be said. */
async function usageOf(core: Core, program: string): Promise<AppError> {
  const consumers = await core.connections.consumers()
  const consumer = consumers.find(({ id }) => id === program)
  if (!consumer) {
    return new AppError('ARGUMENT_INVALID', `"${program}" is no program that Lamplighter can connect.`, {
      hint: `They are: ${consumers.map(({ id }) => id).join(', ')}.`,
    })
  }
  const words = consumer.questions.map(({ name }) => name.toUpperCase()).join(' ')
  return new AppError('ARGUMENT_INVALID', `Say which login ${consumer.name} is to use, and for what.`, {
    hint: `lamplighter connect ${program} LOGIN ${words}; ${examplesOf(consumer)}`,
  })
}

function examplesOf({ questions }: ConsumerView): string {
  return questions.map(({ name, example }) => `${name} is like: ${example}`).join('; ')
}

export function notConnected(program: string): AppError {
  return new AppError('ARGUMENT_INVALID', `"${program}" is not connected.`, {
    hint: 'See: lamplighter connect',
  })
}
