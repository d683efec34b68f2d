/** A long task in steps: what is done is written down, so that it goes on after a crash or a sign-in. */
import type { Step, StepsOptions } from './api.ts'
import { LamplighterError } from './errors.ts'
import { type Checkpoint, pruneFinished, type TaskFile, taskFile } from './task-file.ts'

export interface StepsDeps {
  readonly folder: () => string
  /** Resolves when the login that failed so works again, and it is our turn. */
  readonly usableAgain: (
    profile: string,
    error: LamplighterError,
    signal: AbortSignal | undefined,
  ) => Promise<void>
  readonly now: () => number
  /** Ends early, without throwing, when `signal` aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>
}

/** A server may refuse a login that works: its step shall not be run all the time. */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5 * 60_000

export async function runSteps(
  parts: StepsDeps,
  taskId: string,
  steps: readonly Step[],
  options: StepsOptions,
): Promise<Readonly<Record<string, unknown>>> {
  checkNames(taskId, steps)
  const folder = options.folder ?? parts.folder()
  const file = taskFile(folder, taskId)
  const unlock = await file.lock()
  await pruneFinished(folder, parts.now())
  try {
    return await run(parts, taskId, steps, options, file)
  } finally {
    await unlock()
  }
}

async function run(
  parts: StepsDeps,
  taskId: string,
  steps: readonly Step[],
  options: StepsOptions,
  file: TaskFile,
): Promise<Readonly<Record<string, unknown>>> {
  const { signal } = options
  let done: Checkpoint['done'] = (await file.read()).done
  const results = (): Record<string, unknown> =>
    Object.fromEntries(done.map(({ name, result }) => [name, result]))
  for (const step of steps) {
    if (done.some(({ name }) => name === step.name)) continue
    if (signal?.aborted) throw new LamplighterError('aborted', `The task "${taskId}" was stopped.`)
    const context = { taskId, results: results(), ...(signal ? { signal } : {}) }
    const returned = await attempt(parts, step, () => step.run(context), taskId, options)
    done = [...done, { name: step.name, result: asJson(returned, step.name), atMs: parts.now() }]
    const finished = steps.every(({ name }) => done.some((one) => one.name === name))
    await file.write({ done, finished })
  }
  return results()
}

async function attempt(
  parts: StepsDeps,
  step: Step,
  runStep: () => unknown,
  taskId: string,
  { onNeedsLogin = 'wait', signal }: StepsOptions,
): Promise<unknown> {
  let pauseMs = FIRST_PAUSE_MS
  for (;;) {
    try {
      return await runStep()
    } catch (error) {
      if (!(error instanceof LamplighterError) || error.code !== 'needs-login') throw error
      error.task = { id: taskId, step: step.name }
      if (onNeedsLogin === 'reject' || error.profile === undefined) throw error
      await parts.usableAgain(error.profile, error, signal)
      await parts.sleep(pauseMs, signal)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    }
  }
}

/** As it will be read back: a result is the same on the first run and on the next. */
function asJson(value: unknown, step: string): unknown {
  try {
    return JSON.parse(JSON.stringify(value ?? null))
  } catch (cause) {
    throw new LamplighterError('bad-argument', `What the step "${step}" returned cannot be kept as JSON.`, {
      cause,
    })
  }
}

function checkNames(taskId: string, steps: readonly Step[]): void {
  if (taskId === '') throw new LamplighterError('bad-argument', 'A task needs an id.')
  const names = steps.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new LamplighterError('bad-argument', `Two steps of "${taskId}" are called "${twice}".`)
}
